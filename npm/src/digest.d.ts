/** The digest, schema 1. Offsets are half-open and count UTF-16 code units, as JavaScript's strings do. */
export interface Digest {
  schema: 1;
  /** Language tag of the article. */
  language: string;
  /** The title that was given, or the article's first heading. */
  title: string | null;
  /** All sentences, in order; headings too. */
  sentences: Sentence[];
  /** In the article's order; rank 1 is the strongest. */
  keyPoints: KeyPoint[];
  /** Most salient first. */
  actors: Actor[];
  /** In the article's order. */
  figures: Figure[];
  /** What the figures tell, a row a fact, in the article's order. */
  facts: Fact[];
  /** In the article's order. */
  quotes: Quote[];
  /** Dates in order of time; undated ones keep the article's order, behind them. */
  timeline: Moment[];
  /** What the reader ought to know about this digest. */
  notices: Notice[];
  /** What the input says of the article besides its text. */
  article: ArticleFacts;
}

/** Null where the input does not tell. */
export interface ArticleFacts {
  /** Without the site's name. */
  title: string | null;
  /** Who wrote it, without "By". */
  byline: string | null;
  /** The site or paper. */
  site: string | null;
  /** The day of publication: `2026-05-18`. */
  publishedAt: string | null;
  /** The article's own address. */
  url: string | null;
  /** Language tag, as the page gives it; left out where it gives none. */
  language?: string;
  genre: 'news' | 'opinion' | 'interview' | 'live' | null;
}

/** A part of the text. */
export interface Place {
  /** First offset. */
  start: number;
  /** One past the last offset. */
  end: number;
}

/** A part of the text, and its words. */
export interface Excerpt extends Place {
  text: string;
}

export interface Sentence extends Place {
  /** Index of its paragraph; headings and list items count. */
  paragraph: number;
  /** How much of the article's substance it holds: 0 to 1. */
  salience: number;
}

export interface KeyPoint extends Excerpt {
  /** Index of its sentence; `start` and `end` are the sentence's. */
  sentence: number;
  /** 1 for the strongest. */
  rank: number;
  /** What `text` is put together from: parts of the article, and names put in for pronouns. */
  pieces: (Place | { insert: string; actor: number })[];
  /** Ids of the actors that it names. */
  actors: number[];
  /** Indices of the figures in it. */
  figures: number[];
  /** Why it was chosen, in plain words. */
  why: string[];
}

export interface Actor {
  /** Its index in `actors`. */
  id: number;
  kind: 'person' | 'organization' | 'place' | 'group';
  /** Its fullest name in the article. */
  name: string;
  /** What the article says they are: "Italian prime minister". */
  role: string | null;
  /** Its other names in the article. */
  aliases: string[];
  /** How much the article is about it: 0 to 1. */
  salience: number;
  mentions: Mention[];
}

export interface Mention extends Excerpt {
  form: 'name' | 'nominal' | 'pronoun';
}

export interface Figure extends Excerpt {
  kind:
    | 'count' | 'money' | 'percent' | 'measure' | 'ordinal' | 'date' | 'time' | 'duration' | 'age' | 'score' | 'rate';
  /** Null for a range, and where there is none. */
  value: number | null;
  /** The ends of a range. */
  min: number | null;
  max: number | null;
  /** Canonical ("kilometre"), or the counted noun's singular ("drone"). */
  unit: string | null;
  /** ISO 4217. */
  currency: string | null;
  /** What it counts or measures. */
  counts: Excerpt | null;
  /** Exactly, about, at most, at least, rising, falling. */
  change: '=' | '~' | '<' | '>' | 'up' | 'down';
  /** True for the level that something rose or fell to ("fell to 31%"), left out for how far it did ("fell 31%"). */
  level?: true;
  /** The words to put before it where it stands without its sentence: "about", "risen to", "aged"; mostly empty. */
  lead: string;
  /** ISO 8601, for dates and times. */
  iso: string | null;
  /** Index of its sentence. */
  sentence: number;
}

export interface Fact {
  /** Indices of its figures: the number, its conversions in brackets, its old value. */
  figures: number[];
  /** What it counts or measures: "drones". */
  what: Excerpt | null;
  /** What happened to them, or what they did: "were shot down". */
  happened: Excerpt | null;
  /** Per what: "a month". */
  per: Excerpt | null;
  when: Excerpt | null;
  /** Index of the figure that it was before. */
  from: number | null;
  /** Index of the figure that it is now. */
  to: number | null;
  /** How much the row tells: 0 to 1; 0 where it is not worth a row ("two ways"). */
  weight: number;
  /** Index of its sentence. */
  sentence: number;
  /** The row as it reads, put together from the article's words: "88 drones were shot down". */
  text: string;
}

export interface Quote extends Excerpt {
  /** Id of the actor who says it. */
  speaker: number | null;
  /** The words that name the speaker. */
  speakerText: string | null;
  /** The word that says that it is said. */
  cue: string | null;
  /** Whether it stands in quotation marks. */
  direct: boolean;
  /** Who is behind the words: a name, an office or a text, "officials"; null where nobody is told. */
  source: "named" | "role" | "unnamed" | null;
}

export interface Moment extends Excerpt {
  /** ISO 8601. */
  iso: string | null;
  /** Index of its sentence. */
  sentence: number;
  /** Id of the actor who says so, where the time stands in somebody's words; left out elsewhere, and for nobody known. */
  speaker?: number;
  /** Who says so, in the article's words; left out where the time stands in nobody's. */
  speakerText?: string;
}

export interface Notice {
  /** For programs. */
  code: string;
  /** For people. */
  message: string;
}
