/** A day without a time, `2026-11-21`, as a moment that lies on that day wherever the page is read. */
export const noon = (day: string): string => `${day}T12:00`;

/** Today where the page is read, `2026-11-21`. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
