// Numbers and texts out of short strings of plain characters; coding.py writes them.

import constants from "./constants.json" with { type: "json" };

const ALPHABET = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((char) => char !== '"' && char !== "\\").join("");
const BASE = ALPHABET.length;
const digitOf = new Uint8Array(128);
const lengthOf = new Uint8Array(128);
const startOf = new Int32Array(128); // the first number that begins with a character
{
  let lead = 0;
  let number = 0;
  constants.leads.forEach((count, length) => {
    for (const end = lead + count; lead < end; lead += 1) {
      lengthOf[ALPHABET.charCodeAt(lead)] = length;
      startOf[ALPHABET.charCodeAt(lead)] = number;
      number += BASE ** length;
    }
  });
  for (let at = 0; at < BASE; at += 1) digitOf[ALPHABET.charCodeAt(at)] = at;
}

export function decodedNumbers(coded) {
  const found = new Int32Array(coded.length);
  let count = 0;
  for (let at = 0; at < coded.length; count += 1) {
    const lead = coded.charCodeAt(at);
    let rest = 0;
    for (const end = at + lengthOf[lead]; at < end; rest = rest * BASE + digitOf[coded.charCodeAt(at)]) at += 1;
    at += 1;
    found[count] = startOf[lead] + rest;
  }
  return found.subarray(0, count);
}

export const unzigzag = (number) => (number % 2 ? -(number + 1) / 2 : number / 2);

export function decodedText(coded, words) {
  let text = "";
  for (const number of decodedNumbers(coded)) text += words[number];
  return text.slice(1);
}
