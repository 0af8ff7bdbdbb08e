import { type FormEvent, useId } from 'react';
import type { ProxySetting } from '../../../../shared/proxy-setting.ts';
import { proxySettingsTexts } from '../../../../shared/texts/proxy-settings-texts.ts';
import { Button } from '../../../components/button.tsx';
import { StatusGlyph } from '../../../components/status-glyph.tsx';
import { ProxyFields } from './proxy-fields.tsx';
import { useProxyForm } from './use-proxy-form.ts';
import '../../../components/way-choice.css';
import './proxy-settings.css';

const texts = proxySettingsTexts;
const KINDS: readonly ProxySetting['kind'][] = ['system', 'none', 'manual'];

/** How Spotify is reached. Choosing is one thing and using another, since a password goes with it. */
export function ProxySettings({ setting }: { readonly setting: ProxySetting }) {
  const id = useId();
  const form = useProxyForm(setting);
  const { draft, verdict, isSaving, isUnchanged, change, save } = form;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isUnchanged && !isSaving) void save();
  }

  return (
    <form
      className="proxy"
      data-changed={setting.kind !== 'system' || undefined}
      onSubmit={submit}
      noValidate
    >
      <fieldset className="ways">
        <legend className="visually-hidden">{texts.label}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className="way">
            <input
              type="radio"
              name={id}
              checked={kind === draft.kind}
              onChange={() => change({ kind })}
              aria-labelledby={`${id}-${kind}`}
              aria-describedby={`${id}-${kind}-about`}
            />
            <span>
              <span id={`${id}-${kind}`} className="way-label">
                {texts.kinds[kind].name}
              </span>
              <span id={`${id}-${kind}-about`} className="way-about">
                {texts.kinds[kind].about}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.kind === 'manual' && <ProxyFields form={form} setting={setting} />}
      <div className="proxy-foot">
        <Button type="submit" isDisabled={isUnchanged && !isSaving} isPending={isSaving}>
          {isSaving ? texts.saving : texts.save}
        </Button>
        <p role="status">
          {verdict !== null && (
            <>
              <StatusGlyph tone={verdict.tone} size={10} />
              <span>{verdict.text}</span>
            </>
          )}
        </p>
      </div>
    </form>
  );
}
