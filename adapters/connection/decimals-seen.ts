// The finest grid on which recorded prices and quantities stand: for captures that do not say what the venue's was.

/** Mutable: the most decimals seen in each of two columns. */
export class DecimalsSeen {
  #price = 0;
  #qty = 0;
  readonly #countsZeros: boolean;

  /** `countsZeros`: zeros at the end are digits too, for a venue that writes all of a number's decimals. */
  constructor(countsZeros: boolean) {
    this.#countsZeros = countsZeros;
  }

  see(price: unknown, qty: unknown): void {
    this.#price = Math.max(this.#price, this.#decimals(price));
    this.#qty = Math.max(this.#qty, this.#decimals(qty));
  }

  get price(): number {
    return this.#price;
  }

  get qty(): number {
    return this.#qty;
  }

  #decimals(text: unknown): number {
    if (typeof text !== 'string') return 0;
    const point = text.indexOf('.');
    if (point < 0) return 0;
    let end = text.length;
    if (!this.#countsZeros) while (end > point + 1 && text[end - 1] === '0') end -= 1;
    return Math.min(end - point - 1, DECIMALS_MOST);
  }
}

const DECIMALS_MOST = 18;

/** One unit of the last of so many decimals: 0.001 for 3. */
export function unitOf(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
}
