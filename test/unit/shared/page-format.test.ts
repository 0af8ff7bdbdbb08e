import { describe, expect, it } from 'vitest';
import { pageFormat, withPageFormat } from '../../../shared/page-format.ts';

function opened(pageUrl: string, locale: string | undefined): string | undefined {
  const { search } = new URL(`${withPageFormat(pageUrl, { locale })}#/changes`);
  return pageFormat(search, 'en-US').locale;
}

describe('the format that the page is opened with', () => {
  it.each(['app://cratewatch/index.html', 'http://localhost:5173/', 'http://localhost:5173/?a=b'])(
    'reaches it at %s, before it asks anything',
    (pageUrl) => {
      expect(opened(pageUrl, 'de-AT-u-hc-h12')).toBe('de-AT-u-hc-h12');
    },
  );

  it('is that of the page’s own language where the address has none', () => {
    expect(opened('app://cratewatch/index.html', undefined)).toBe('en-US');
  });

  it('leaves the page at its own origin, whatever the locale is called', () => {
    const url = new URL(withPageFormat('app://cratewatch/index.html', { locale: '@evil/../#/?&' }));
    expect([url.protocol, url.host, url.pathname, url.hash]).toEqual([
      'app:',
      'cratewatch',
      '/index.html',
      '',
    ]);
  });

  it('leaves the time zone to the machine, which may travel', () => {
    expect(pageFormat('?locale=en-GB', 'en-US').timeZone).toBeUndefined();
  });
});
