import { type Answer, htmlAnswer } from './answer.ts';

/** Where a guest network leads every request, if it does not answer with the page itself. */
export const GUEST_LOGIN_PATH = '/guest-login';

export function guestLoginPage(): Answer {
  return htmlAnswer(
    200,
    '<html><head><title>Guest Wi-Fi</title></head><body><h1>Welcome</h1>' +
      '<form method="post"><button>Go online</button></form></body></html>',
  );
}
