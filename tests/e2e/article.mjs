// An article written for the tests.
export const ARTICLE = `Harbour Bridge Reopens After Repairs

The Kelso harbour bridge reopened on Monday after repairs that cost $3.2 million, Mayor Ada Lindqvist said. The bridge had been closed since March, when a cargo ship struck one of its towers.

Lindqvist told reporters that 14,000 cars a day would cross the bridge again. “We kept our promise to the town,” she said. The repairs took 120 workers almost five months.

Shop owners in Kelso welcomed the news. Peter Aldous, who runs a bakery near the bridge, said his sales had fallen by 40 percent during the summer. The Kelso Port Authority will pay for half of the work.

The port authority said that ships would have to pass the bridge at no more than six knots. A report on the accident is expected in October.`;
