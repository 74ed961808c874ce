// Numbers, days and names as people write them. Nothing here knows the page.

export const number = (value) => value.toLocaleString("en");
const inWords = new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 });

// Large numbers in words, as news writes them: "2.6 billion".
export const amount = (value) => (value < 1e6 ? number(value) : inWords.format(value));
export const shorten = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// What a table calls a key; keys come from documents, so what every object inherits does not count.
export const nameIn = (table, key) => (Object.hasOwn(table, key) ? table[key] : key);

// Names as people type them: no case, no accents.
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// A name as it can be drawn: without the controls that turn the direction of what follows.
export const drawable = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

// The name of a file without its folders; a web address stays whole. As page.py does for the title of the page.
export const fileName = (source) => (source.includes("://") ? source : source.replace(/[\\/]+$/, "").split(/[\\/]/).pop() || source);

export const isWeb = (address) => /^https?:\/\//i.test(address ?? "");

// The published page at a sentence (WICG text fragments): whole where it is short, else its first and last words.
export function fragmentLink(address, sentence) {
  const words = sentence.trim().split(/\s+/);
  const coded = (part) => encodeURIComponent(part.join(" ").replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("-", "%2D");
  const text = words.length <= 10 ? coded(words) : `${coded(words.slice(0, 5))},${coded(words.slice(-5))}`;
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${text}`;
}

// Text in at most `count` lines of about `width` letters, broken between words where there are any.
export function wrapped(text, width, count) {
  const lines = [];
  let rest = text.trim();
  while (rest && lines.length < count) {
    if (rest.length <= width) { lines.push(rest); return lines; }
    const last = lines.length === count - 1;
    const space = rest.lastIndexOf(" ", width);
    const cut = !last && space > width / 3 ? space : width - 1;
    lines.push(last || space <= width / 3 ? `${rest.slice(0, cut).trimEnd()}…` : rest.slice(0, cut));
    rest = last || space <= width / 3 ? "" : rest.slice(cut).trimStart();
  }
  return lines.length ? lines : [" "];
}

// The same in lines of about the same length, where all of it has room.
export function balanced(text, width, count) {
  let narrow = text.length > width ? Math.ceil(text.length / count) : width;
  while (narrow < width && wrapped(text, narrow, count).join(" ") !== text) narrow += 1;
  return wrapped(text, narrow, count);
}

const LABEL = 36; // letters of a label that is drawn whole
const LABEL_START = 16;
const LABEL_END = 14;

// A label for a line: of a long one its first words and its last ones, which stand next to the name; the panel has all of it.
export function shortLabel(text) {
  if (text.length <= LABEL) return text;
  const words = text.split(" ");
  const length = (some) => some.join(" ").length;
  const head = [];
  while (length([...head, words[0]]) <= LABEL_START || !head.length) head.push(words.shift());
  const tail = [];
  while (words.length && length([words.at(-1), ...tail]) <= LABEL_END) tail.unshift(words.pop());
  const kept = [...head, "…", ...tail].filter((word, at, all) => word !== "…" || all[at - 1] !== "…");
  return kept.join(" ");
}

// By the first letter, as dir="auto" does: it decides on which side an ellipsis stands.
export const directionOf = (text) => (/^[^\p{L}]*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u.test(text) ? "rtl" : "ltr");
