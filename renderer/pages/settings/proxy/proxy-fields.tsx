import type { ProxyProblem, ProxySetting } from '../../../../shared/proxy-setting.ts';
import type { Advice } from '../../../../shared/texts/advice.ts';
import {
  adviseOnProxyAddress,
  adviseOnProxyPassword,
  adviseOnProxyUser,
} from '../../../../shared/texts/proxy-advice.ts';
import { describeProxyProblem } from '../../../../shared/texts/proxy-fault-texts.ts';
import { proxySettingsTexts } from '../../../../shared/texts/proxy-settings-texts.ts';
import { AdvisedField } from '../../../components/advised-field.tsx';
import { Button } from '../../../components/button.tsx';
import { hasStoredPassword } from './proxy-draft.ts';
import type { ProxyForm } from './use-proxy-form.ts';

const texts = proxySettingsTexts;

interface ProxyFieldsProps {
  readonly form: ProxyForm;
  readonly setting: ProxySetting;
}

/** Where the proxy is, and who one is to it. */
export function ProxyFields({ form, setting }: ProxyFieldsProps) {
  const { draft, problems, change } = form;
  const isStored = hasStoredPassword(setting);
  const isKept = isStored && !draft.isForgotten;
  const advice = (field: ProxyProblem['field'], typed: Advice<string>): Advice<string> => {
    const problem = problems.find((each) => each.field === field);
    return problem === undefined ? typed : { kind: 'wrong', text: describeProxyProblem(problem) };
  };
  return (
    <div className="proxy-fields">
      <AdvisedField
        label={texts.address.label}
        placeholder={texts.address.placeholder}
        hint={texts.address.hint}
        validText={texts.address.valid}
        advice={advice('address', adviseOnProxyAddress(draft.address))}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <AdvisedField
        label={texts.user.label}
        hint={texts.user.hint}
        validText={texts.user.valid}
        advice={advice('user', adviseOnProxyUser(draft.user))}
        value={draft.user}
        onChange={(user) => change({ user })}
      />
      <AdvisedField
        label={texts.password.label}
        {...(isKept ? { placeholder: texts.password.placeholder } : {})}
        hint={isStored ? texts.password[isKept ? 'kept' : 'forgotten'] : texts.password.hint}
        validText={texts.password.valid}
        advice={advice('password', adviseOnProxyPassword(draft.password))}
        value={draft.password}
        onChange={(password) => change({ password })}
        isSecret
      />
      {isStored && (
        <Button
          look="quiet"
          onPress={() => change({ isForgotten: !draft.isForgotten, password: '' })}
        >
          {draft.isForgotten ? texts.password.keep : texts.password.forget}
        </Button>
      )}
    </div>
  );
}
