import { useState } from 'react';
import { describeInternalFailure } from '../../../shared/texts/answer-texts.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { Button } from '../../components/button.tsx';
import { useWindowState } from '../../state/window-state-context.ts';

/** A look around without an account. */
export function SampleOffer({ isStarting }: { readonly isStarting: boolean }) {
  const { api } = useWindowState();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState('');
  const texts = welcomeTexts.sample;
  const isBusy = isAsked || isStarting;

  async function explore() {
    setAsked(true);
    setProblem('');
    const answer = await api.session.exploreSample();
    setAsked(false);
    if (!answer.ok) setProblem(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'failed') setProblem(texts.failed);
  }

  return (
    <section className="welcome-sample" aria-labelledby="sample-title">
      <h2 id="sample-title">{texts.title}</h2>
      <p>{texts.body}</p>
      <Button isDisabled={isBusy} onPress={() => void explore()}>
        {isBusy ? texts.starting : texts.button}
      </Button>
      <p className="problem" role="status">
        {problem}
      </p>
    </section>
  );
}
