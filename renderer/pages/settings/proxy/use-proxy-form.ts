import { useState } from 'react';
import type { ProxyProblem, ProxySetting } from '../../../../shared/proxy-setting.ts';
import { describeProxyAnswer } from '../../../../shared/texts/proxy-answer-texts.ts';
import { proxySettingsTexts } from '../../../../shared/texts/proxy-settings-texts.ts';
import type { StatusTone } from '../../../../shared/texts/status-sentence.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import { draftOf, isUnchanged, orderOf, type ProxyDraft, settingOf } from './proxy-draft.ts';

export interface ProxyForm {
  readonly draft: ProxyDraft;
  /** What the main process found wrong with a field, until that field is changed. */
  readonly problems: readonly ProxyProblem[];
  readonly verdict: { readonly tone: StatusTone; readonly text: string } | null;
  readonly isSaving: boolean;
  readonly isUnchanged: boolean;
  readonly change: (change: Partial<ProxyDraft>) => void;
  readonly save: () => Promise<void>;
}

/** The form of the proxy: it shows what is set until something is changed, and is saved as a whole. */
export function useProxyForm(setting: ProxySetting): ProxyForm {
  const { api, settings } = useWindowState();
  const [changed, setChanged] = useState<ProxyDraft | null>(null);
  const [problems, setProblems] = useState<readonly ProxyProblem[]>([]);
  const [verdict, setVerdict] = useState<ProxyForm['verdict']>(null);
  const [isSaving, setSaving] = useState(false);
  const draft = changed ?? draftOf(setting);

  async function save() {
    const order = orderOf(draft, setting);
    const before = settings.current();
    setVerdict(null);
    setSaving(true);
    const answer = await api.settings.setProxy(order);
    setSaving(false);
    const problem = describeProxyAnswer(answer);
    if (answer.ok && answer.value.kind === 'invalid') {
      setProblems(answer.value.problems);
      return;
    }
    setVerdict(
      problem === null
        ? { tone: 'good', text: proxySettingsTexts.saved }
        : { tone: 'attention', text: problem },
    );
    const isSet =
      answer.ok && (answer.value.kind === 'done' || answer.value.kind === 'left-behind');
    const next = settingOf(order);
    if (!isSet || next === null) return;
    if (before.kind === 'ready') settings.assume(before, { ...before.value, proxy: next });
    setChanged(null);
  }

  return {
    draft,
    problems,
    verdict,
    isSaving,
    isUnchanged: isUnchanged(draft, setting),
    change: (change) => {
      setChanged({ ...draft, ...change });
      setProblems((now) => now.filter(({ field }) => !(field in change)));
      setVerdict(null);
    },
    save,
  };
}
