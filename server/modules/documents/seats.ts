const perDocument = 300;
const perPerson = 8;
/** How often one person may come into one document: somebody whose line is bad comes back every few seconds. */
const comingsPerMinute = 60;
const minuteMilliseconds = 60_000;

/** Who sits in which document: counted from the moment somebody is let in, also while a document is still on its way. */
export class Seats {
  private readonly byDocument = new Map<string, Map<string, number>>();
  private comings = new Map<string, number>();
  private minute = 0;

  /** Takes a seat. @returns what gives it back, or nothing when there is none */
  take(document: string, person: string, now: number): (() => void) | undefined {
    if (!this.mayCome(`${document} ${person}`, now)) return undefined;
    const people = this.byDocument.get(document) ?? new Map<string, number>();
    const all = [...people.values()].reduce((sum, many) => sum + many, 0);
    const own = people.get(person) ?? 0;
    if (all >= perDocument || own >= perPerson) return undefined;
    people.set(person, own + 1);
    this.byDocument.set(document, people);
    return () => this.giveBack(document, person);
  }

  private mayCome(who: string, now: number): boolean {
    const minute = Math.floor(now / minuteMilliseconds);
    if (minute !== this.minute) this.comings = new Map();
    this.minute = minute;
    const many = (this.comings.get(who) ?? 0) + 1;
    this.comings.set(who, many);
    return many <= comingsPerMinute;
  }

  private giveBack(document: string, person: string): void {
    const people = this.byDocument.get(document);
    const left = (people?.get(person) ?? 0) - 1;
    if (left > 0) people?.set(person, left);
    else people?.delete(person);
    if (people?.size === 0) this.byDocument.delete(document);
  }
}
