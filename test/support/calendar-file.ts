/** A line of a calendar: its name, its parameters, and its value with escapes taken out. */
export interface CalendarLine {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: string;
}

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

/** The lines of a calendar (RFC 5545, 3.1), written anew so that our writer is not its own judge. */
export const calendarLines = (file: string): CalendarLine[] =>
  file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      const [name = '', ...parameters] = line.slice(0, colon).split(';');
      return { name, parameters, value: unescaped(line.slice(colon + 1)) };
    });

/** The events of a calendar, each by the names of its lines. */
export function calendarEvents(file: string): Readonly<Record<string, string>>[] {
  const events: Record<string, string>[] = [];
  for (const { name, value } of calendarLines(file)) {
    if (name === 'BEGIN' && value === 'VEVENT') events.push({});
    else {
      const event = events.at(-1);
      if (event) event[name] ??= value;
    }
  }
  return events;
}
