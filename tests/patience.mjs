// How long a test waits for what has to come. No measure of speed, only the way out of a wait that would never end: on a
// machine that has much else to do everything takes ten times as long, and nothing is wrong.

/** In milliseconds. */
export const PATIENCE = 300_000;

export const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Waits until `holds` gives something true, and gives it back. */
export async function until(holds, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(50)) {
    const answer = await holds();
    if (answer) {
      return answer;
    }
  }
  throw new Error(`never came: ${what}`);
}
