import type { AttentionPoint } from '../../../shared/texts/attention-points.ts';
import { hashOfRoute, type Route } from '../../state/route.ts';

/** One thing about the sign-in or the requests that deserves a look, until it is mended. */
export function SessionPoint({ point }: { readonly point: AttentionPoint }) {
  return (
    <li>
      <p className="attention-words">{point.text}</p>
      <a className="text-link" href={hashOfRoute(ROUTES[point.kind])}>
        {point.link}
      </a>
    </li>
  );
}

const ROUTES: Readonly<Record<AttentionPoint['kind'], Route>> = {
  renewal: { page: 'connection' },
  'access-token': { page: 'sign-in' },
  permissions: { page: 'connection' },
  budget: { page: 'connection', section: 'requests' },
};
