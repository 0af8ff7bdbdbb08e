import { describe, expect, it } from 'vitest';
import { consentPage } from '../../../../../electron/sample-service/accounts/consent-page.ts';

function page(redirectUri: string, scope = 'user-library-read something-new') {
  return consentPage({ userName: 'A & <b>', scope, ticket: 'ticket', redirectUri });
}

describe('the consent page', () => {
  it('names what is asked for, and a scope without words by its name', () => {
    const { body } = page('http://127.0.0.1:1/callback');
    expect(body).toContain('<li>See your saved music</li>');
    expect(body).toContain('<li>something-new</li>');
  });

  it('lets no text become markup', () => {
    const { body } = page('http://127.0.0.1:1/callback', '<script>x</script>');
    expect(body).toContain('A &amp; &lt;b&gt;');
    expect(body).not.toContain('<script>');
  });

  it.each([
    ['http://127.0.0.1:43871/callback', "form-action 'self' http://127.0.0.1:43871"],
    ['https://app.example/callback', "form-action 'self' https://app.example"],
  ])('lets the browser go on to %s', (redirectUri, directive) => {
    expect(page(redirectUri).headers['content-security-policy']).toContain(directive);
  });

  it('names no form target for an IPv6 literal, which a policy cannot write', () => {
    const policy = page('http://[::1]:43871/callback').headers['content-security-policy'];
    expect(policy).not.toContain('form-action');
    expect(policy).toContain("default-src 'none'");
  });
});
