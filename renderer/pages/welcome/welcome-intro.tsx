import { useState } from 'react';
import { describeInternalFailure } from '../../../shared/texts/answer-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import { useLive, useWindowState } from '../../state/window-state-context.ts';
import { CratePicture } from './crate-picture.tsx';

/** What Cratewatch is, the way to look at it without an account, and what it keeps where. */
export function WelcomeIntro({ isAgain }: { readonly isAgain: boolean }) {
  const { info: liveInfo } = useWindowState();
  const info = useLive(liveInfo);
  if (isAgain) {
    return (
      <div className="welcome-intro">
        <h1>{welcomeTexts.titleAgain}</h1>
        <p>{welcomeTexts.introAgain}</p>
      </div>
    );
  }
  return (
    <div className="welcome-intro">
      <div className="welcome-brand">
        <BrandMark size={26} />
        <span>{shellTexts.appName}</span>
      </div>
      <h1>{welcomeTexts.headline}</h1>
      <p>{welcomeTexts.intro}</p>
      <CratePicture />
      <SampleOffer />
      {info.kind === 'ready' && (
        <p className="welcome-stored">
          {welcomeTexts.stored.before} <span dir="auto">{info.value.dataFolder}</span>
          {welcomeTexts.stored.after}
        </p>
      )}
    </div>
  );
}

function SampleOffer() {
  const { api } = useWindowState();
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState('');
  const texts = welcomeTexts.sample;

  async function explore() {
    setStarting(true);
    setProblem('');
    const answer = await api.session.exploreSample();
    setStarting(false);
    if (!answer.ok) setProblem(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'failed') setProblem(texts.failed);
  }

  return (
    <section className="welcome-sample" aria-labelledby="sample-title">
      <h2 id="sample-title">{texts.title}</h2>
      <p>{texts.body}</p>
      <Button isDisabled={isStarting} onPress={() => void explore()}>
        {isStarting ? texts.starting : texts.button}
      </Button>
      <p className="welcome-problem" role="status">
        {problem}
      </p>
    </section>
  );
}
