/**
 * A browser as far as a sign-in needs one: keeps cookies, follows redirects, and presses one button
 * of the form that it gets to.
 */
export async function pressOnForm(start: URL, button: 'agree' | 'cancel'): Promise<Response> {
  const cookies = new Map<string, string>();
  const form = await follow(start, {}, cookies);
  if (!form.headers.get('content-type')?.startsWith('text/html') || form.status !== 200) {
    throw new Error(`No form at ${new URL(form.url).pathname}: ${form.status}`);
  }
  return await follow(
    new URL(form.url),
    { method: 'POST', body: new URLSearchParams({ answer: button }) },
    cookies,
  );
}

async function follow(
  url: URL,
  init: RequestInit,
  cookies: Map<string, string>,
): Promise<Response> {
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
  return await follow(new URL(location, url), {}, cookies);
}
