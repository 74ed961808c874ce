// Days and EDTF in words. A day is counted from 0001-01-01, which is day 1.

export const DAY = 86_400_000;
export const EPOCH = 719_163; // 1970-01-01
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export const dayText = (day) => dayFormat.format(new Date((day - EPOCH) * DAY));
export const dayOf = (iso) => Math.round(Date.parse(iso) / DAY) + EPOCH;
export const isoOf = (day) => new Date((day - EPOCH) * DAY).toISOString().slice(0, 10);
export const dateText = (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso) ? dayText(dayOf(iso)) : iso);

// A stretch of days in the fewest words: "2019", "March 2026", "1 Mar 2026 – 3 Mar 2026".
export function daysText(first, last) {
  if (first === last) return dayText(first);
  const [from, beyond] = [first, last + 1].map((day) => new Date((day - EPOCH) * DAY));
  const months = 12 * (beyond.getUTCFullYear() - from.getUTCFullYear()) + beyond.getUTCMonth() - from.getUTCMonth();
  const whole = from.getUTCDate() === 1 && beyond.getUTCDate() === 1;
  if (whole && months === 12 && from.getUTCMonth() === 0) return String(from.getUTCFullYear());
  if (whole && months === 1) return monthFormat.format(from);
  return `${dayText(first)} – ${dayText(last)}`;
}

// A time as people write it: days that EDTF names by their first and last read as one stretch.
export function timeText(time, first, last) {
  const plain = /^\d{4}(-[01]\d(-\d\d)?)?(\/\d{4}(-[01]\d(-\d\d)?)?)?$/.test(time);
  return plain && first !== null ? daysText(first, last) : time.split("/").map(partText).join(" – ");
}

// What EDTF writes in place of a month, from 21 on.
const PARTS_OF_YEARS = [
  ...["", " (north)", " (south)"].flatMap((side) => ["Spring", "Summer", "Autumn", "Winter"].map((season) => `${season}${side}`)),
  ...["1st quarter of", "2nd quarter of", "3rd quarter of", "4th quarter of", "1st third of", "2nd third of", "3rd third of", "1st half of", "2nd half of"],
];
const ordinal = (count) => `${count}${{ one: "st", two: "nd", few: "rd", other: "th" }[new Intl.PluralRules("en", { type: "ordinal" }).select(count)]}`;

// One end of an interval; what has no words of its own stays as EDTF writes it.
function partText(part) {
  if (part === "" || part === "..") return "…"; // an open end
  if (part.endsWith("~")) return `about ${partText(part.slice(0, -1))}`;
  if (/^\d{3}X$/.test(part)) return `${part.slice(0, 3)}0s`;
  if (/^\d\dXX$/.test(part)) return `${ordinal(Number(part.slice(0, 2)) + 1)} century`;
  const [day, clock] = part.split("T");
  const [year, month] = day.split("-");
  const name = PARTS_OF_YEARS[month - 21];
  if (name && day.length === 7) return `${name} ${year}`;
  if (/^\d{4}-[01]\d-\d\d$/.test(day)) return clock ? `${dayText(dayOf(day))}, ${clock}` : dayText(dayOf(day));
  return /^\d{4}-[01]\d$/.test(part) ? monthFormat.format(new Date(`${part}-01`)) : part;
}

// Steps for a slider over days that things happened on: each step is a day that has something, at most `most` of them,
// each standing for about as many things as any other. So centuries without news take no room.
export function stepsOf(days, most = 120) {
  const sorted = [...days].sort((left, right) => left - right);
  const different = [...new Set(sorted)];
  if (different.length <= most) return different;
  const picked = Array.from({ length: most }, (_, step) => sorted[Math.round((step * (sorted.length - 1)) / (most - 1))]);
  return [...new Set(picked)];
}

// The first and the last day of a month: "2026-03".
export function monthDays(month) {
  const [year, number] = month.split("-").map(Number);
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
  return [dayOf(`${month}-01`), dayOf(next) - 1];
}
