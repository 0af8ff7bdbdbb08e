/**
 * A browser as far as a sign-in needs one: keeps cookies, follows redirects, and presses one button
 * of the form that it gets to. Gives the address of another origin to which that leads.
 */
export async function pressOnForm(start: URL, button: 'agree' | 'cancel'): Promise<URL> {
  const cookies = new Map<string, string>();
  const form = await follow(start, {}, cookies);
  if (form instanceof URL || form.status !== 200) {
    throw new Error(`No form, but ${form instanceof URL ? form.href : form.status}`);
  }
  const body = new URLSearchParams({ answer: button });
  const end = await follow(new URL(form.url), { method: 'POST', body }, cookies);
  if (!(end instanceof URL)) {
    throw new Error(`No redirect away from the server, but ${end.status}`);
  }
  return end;
}

async function follow(
  url: URL,
  init: RequestInit,
  cookies: Map<string, string>,
): Promise<Response | URL> {
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  const location = response.headers.get('location');
  if (location === null) {
    return response;
  }
  await response.arrayBuffer();
  const next = new URL(location, url);
  return next.origin === url.origin ? await follow(next, {}, cookies) : next;
}
