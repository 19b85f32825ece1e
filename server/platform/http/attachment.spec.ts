import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, safeFileName } from './attachment.js';

describe('the name of a file to keep', () => {
  it('is in its own script, and in Latin letters for programs that read nothing else', () => {
    expect(attachment({ name: 'Мерим водата.md', latinName: 'merim-vodata.md' })).toBe(
      `attachment; filename="merim-vodata.md"; filename*=UTF-8''%D0%9C%D0%B5%D1%80%D0%B8%D0%BC%20%D0%B2%D0%BE%D0%B4%D0%B0%D1%82%D0%B0.md`,
    );
  });

  it.each([
    ['../../etc/passwd.md', 'etc passwd.md'],
    ['a"; filename="b.exe.md', 'a filename= b.exe.md'],
    ['ریل \u202Egnp.md', 'ریل gnp.md'],
    ['...', 'file'],
    ['.md', 'file.md'],
    ['a\r\nSet-Cookie: x.md', 'a Set-Cookie x.md'],
  ])('is safe for every file system: %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

  it('cannot break out of its header, whatever it is', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(any, any, (name, latinName) => {
        const given = { name, latinName };
        expect(attachment(given)).toMatch(
          /^attachment; filename="[^"\\\x00-\x1F\x7F-\uFFFF]+"; filename\*=UTF-8''[\w.~%+-]+$/,
        );
        expect(safeFileName(given.name)).not.toMatch(/[/\\:*?"<>|]|^\./);
      }),
      { numRuns: 1000 },
    );
  });
});
