import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { type BoundedRequestSetting, REQUEST_BOUNDS } from '../../../shared/request-bounds.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../../shared/request-defaults.ts';
import {
  adviseOnAvailability,
  adviseOnDayBudget,
  adviseOnFamilyBudget,
  adviseOnInterval,
  adviseOnKeptShare,
} from '../../../shared/texts/request-numbers-advice.ts';
import {
  budgetMeaning,
  intervalMeaning,
  keptMeaning,
  requestSettingsTexts,
} from '../../../shared/texts/request-settings-texts.ts';
import { hashOfRoute } from '../../state/route.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';
import type { SettingKind } from './setting-draft.ts';
import { SettingField } from './setting-field.tsx';
import { useSaveSetting } from './use-save-setting.ts';

/** How often is checked, and how many requests that and everything else may cost. */
export function RequestSettings({ settings }: { readonly settings: VisibleSettings }) {
  const { format, library } = useWindowState();
  const status = useLive(library);
  const budgetPerDay = settings.requestBudgetPerDay;
  const isKnown = status.kind === 'ready' && status.value.baselineAtMs !== null;
  const keptOneIn = settings.requestsKeptOneIn;
  const playlists = isKnown ? status.value.totals.playlists : null;
  const cost = { budgetPerDay, keptOneIn, playlists };
  return (
    <>
      <RequestNumber
        setting="checkIntervalMinutes"
        settings={settings}
        advise={(text) => adviseOnInterval(text, cost)}
        meaning={(minutes) => intervalMeaning(minutes, cost, format)}
      />
      <RequestNumber
        setting="requestBudgetPerDay"
        settings={settings}
        advise={adviseOnDayBudget}
        meaning={(budget) => budgetMeaning({ budgetPerDay: budget, keptOneIn }, format)}
      />
      <RequestNumber
        setting="requestBudgetPerFamilyPerDay"
        settings={settings}
        advise={(text) => adviseOnFamilyBudget(text, budgetPerDay)}
      />
      <RequestNumber
        setting="requestsKeptOneIn"
        settings={settings}
        advise={adviseOnKeptShare}
        meaning={(oneIn) => keptMeaning(budgetPerDay, oneIn, format)}
      />
      <RequestNumber setting="availabilityDays" settings={settings} advise={adviseOnAvailability} />
      <a className="text-link" href={hashOfRoute({ page: 'connection', section: 'requests' })}>
        {requestSettingsTexts.used}
      </a>
    </>
  );
}

interface RequestNumberProps {
  readonly setting: BoundedRequestSetting;
  readonly settings: VisibleSettings;
  readonly advise: SettingKind<number>['advise'];
  readonly meaning?: (value: number) => string;
}

function RequestNumber({ setting, settings, advise, meaning }: RequestNumberProps) {
  const save = useSaveSetting();
  const { name, purpose, unit } = requestSettingsTexts.fields[setting];
  return (
    <SettingField
      look="number"
      name={name}
      purpose={purpose}
      unit={unit}
      bounds={REQUEST_BOUNDS[setting]}
      value={settings[setting]}
      defaultValue={DEFAULT_REQUEST_SETTINGS[setting]}
      kind={{ write: String, advise }}
      onSave={save(setting)}
      {...(meaning === undefined ? {} : { meaning })}
    />
  );
}
