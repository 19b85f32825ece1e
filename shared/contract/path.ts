/**
 * The path of a route with its parameters: `:name` stands for one step, `*` for all that follows, steps and all.
 * @param template what a route says behind its method
 */
export const filledPath = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/:(\w+)|\*/g, (place, name?: string) =>
    name === undefined ? (params[place] ?? '') : encodeURIComponent(params[name] ?? ''),
  );
