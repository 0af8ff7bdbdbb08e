import { useMemo } from 'react';
import type { RefreshRecord } from '../../../shared/connection.ts';
import type { SessionLife } from '../../../shared/session-state.ts';
import { timeLeftPhrase } from '../../../shared/texts/access-life-texts.ts';
import { accessPictureTexts, renewalPhrase } from '../../../shared/texts/access-picture-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { REFRESH_CAUSES, recordTime } from '../../../shared/texts/refresh-record-texts.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { Picture } from '../../pictures/picture.tsx';
import { useWindowState } from '../../state/window-state-context.ts';
import { accessDrawing } from './access-drawing.ts';
import { type AccessEvent, accessLives } from './access-lives.ts';

const texts = accessPictureTexts;

interface AccessPictureProps {
  readonly life: SessionLife;
  readonly refreshes: readonly RefreshRecord[];
  readonly nowMs: number;
  /** The id of the table of renewals. */
  readonly tableId: string;
}

/** How access was kept alive, hour after hour. Its table is that of the last renewals. */
export function AccessPicture({ life, refreshes, nowMs, tableId }: AccessPictureProps) {
  const { format } = useWindowState();
  const lives = useMemo(() => accessLives(life, refreshes, nowMs), [life, refreshes, nowMs]);
  const drawing = useMemo(() => accessDrawing(lives, format), [lives, format]);
  const now = lives.events.findIndex(({ kind }) => kind === 'now');
  const told = (index: number) => {
    const event = lives.events[index] ?? lives.events[now];
    return event === undefined ? { title: '', more: '' } : toldEvent(event, life, nowMs, format);
  };
  return (
    <Picture
      label={texts.label}
      drawing={drawing}
      size="middle"
      start={now}
      {...(refreshes.length === 0 ? {} : { details: tableId })}
      words={(index) => {
        const { title, more } = told(index);
        return texts.spoken(title, more);
      }}
      line={(index) => {
        const { title, more } = told(index ?? now);
        return (
          <>
            <p className="picture-title">{title}</p>
            <p>{more}</p>
          </>
        );
      }}
    />
  );
}

function toldEvent(
  event: AccessEvent,
  life: SessionLife,
  nowMs: number,
  format: TextFormat,
): { readonly title: string; readonly more: string } {
  const time = recordTime(event.atMs, nowMs, format);
  switch (event.kind) {
    case 'now': {
      const since = recordTime(life.receivedAtMs, nowMs, format);
      const ends = recordTime(life.accessTokenExpiresAtMs, nowMs, format);
      return {
        title: texts.told(texts.now, timeLeftPhrase(life.accessTokenExpiresAtMs, nowMs, format)),
        more: connectionTexts.access.span(since, ends),
      };
    }
    case 'received':
      return { title: texts.told(time, texts.received), more: '' };
    case 'planned':
      return { title: texts.told(time, texts.planned), more: '' };
    default: {
      const { outcome, cause } = event.record;
      return {
        title: texts.told(time, renewalPhrase(outcome, event.leftMs, format)),
        more: REFRESH_CAUSES[cause],
      };
    }
  }
}
