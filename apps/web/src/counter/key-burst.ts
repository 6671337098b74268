/** Between two keys of a scanner; the fastest hands are three times slower. */
const LONGEST_GAP_MS = 60;
const LONGEST_MEAN_MS = 35;
/** A card begins with its number and a bar; nobody types thirteen characters at that speed. */
const CARD_BEGINS = /^\d{9,12}\|/;
const BROKEN_CARD = /^[^|]*(\|[^|]*){3}/;
const ADDRESS = /^https?:\/\/\S{6}/i;

/**
 * Tells the keys of a wedge scanner from those of a person, by their speed and their beginning. Fed with characters and the
 * moments their keys went down; holds nothing once a key comes slowly, is held down, or composes.
 */
export class KeyBurst {
  private characters = '';
  private startedAt = 0;
  private lastAt = Number.NEGATIVE_INFINITY;
  private count = 0;

  get text(): string {
    return this.characters;
  }

  /** True where this character begins anew: what stood before it was not part of it. */
  add(text: string, at: number): boolean {
    const fresh = this.characters === '' || at - this.lastAt > LONGEST_GAP_MS;
    if (fresh) {
      this.characters = '';
      this.count = 0;
      this.startedAt = at;
    }
    this.characters += text;
    this.count += 1;
    this.lastAt = at;
    return fresh;
  }

  /** Keys that carry no character of their own, such as those that spell one by its code. */
  stillAt(at: number): void {
    if (this.characters !== '' && at - this.lastAt <= LONGEST_GAP_MS) this.lastAt = at;
  }

  forget(): void {
    this.characters = '';
    this.count = 0;
    this.lastAt = Number.NEGATIVE_INFINITY;
  }

  /** A card is being scanned, or something that its holder takes for one. */
  get isScan(): boolean {
    if (this.count < 10 || (this.lastAt - this.startedAt) / (this.count - 1) > LONGEST_MEAN_MS) return false;
    return [CARD_BEGINS, BROKEN_CARD, ADDRESS].some((shape) => shape.test(this.characters));
  }
}
