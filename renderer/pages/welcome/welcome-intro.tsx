import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { CratePicture } from '../../components/crate-picture.tsx';
import { useLive, useWindowState } from '../../state/window-state-context.ts';
import { SampleOffer } from './sample-offer.tsx';

/** What Cratewatch is, the way to look at it without an account, and what it keeps where. */
export function WelcomeIntro({ isSampleStarting }: { readonly isSampleStarting: boolean }) {
  const { info: liveInfo } = useWindowState();
  const info = useLive(liveInfo);
  const { before, after } = welcomeTexts.stored;
  return (
    <div className="welcome-intro">
      <div className="welcome-intro-body">
        <div className="welcome-brand">
          <BrandMark size={26} />
          <span>{shellTexts.appName}</span>
        </div>
        <h1>{welcomeTexts.headline}</h1>
        <p>{welcomeTexts.intro}</p>
        <CratePicture />
        <SampleOffer isStarting={isSampleStarting} />
        {info.kind === 'ready' && (
          <p className="welcome-stored">
            {before} <bdi>{info.value.dataFolder}</bdi>
            {after}
          </p>
        )}
      </div>
    </div>
  );
}
