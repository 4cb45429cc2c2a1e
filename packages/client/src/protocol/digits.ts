/** So many digits as a number, NaN when there is anything else: in a quarter of the time that a pattern and `Number()` take. */
export function digits(text: string, at: number, count: number): number {
  let number = 0
  for (let i = at; i < at + count; i += 1) {
    const digit = text.charCodeAt(i) - 0x30
    if (!(digit >= 0 && digit <= 9)) return NaN
    number = number * 10 + digit
  }
  return number
}
