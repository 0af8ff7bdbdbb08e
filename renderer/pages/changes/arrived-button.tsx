import { arrivedPhrase } from '../../../shared/texts/changes-texts.ts';
import { Button } from '../../components/button.tsx';
import { ArrowUpIcon } from '../../components/icons.tsx';
import { useWindowState } from '../../state/window-state-context.ts';

interface ArrivedButtonProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** What arrived while reading. The list moves only when this is pressed. */
export function ArrivedButton({ count, onShow }: ArrivedButtonProps) {
  const { format } = useWindowState();
  return (
    <div className="arrived" role="status">
      {count > 0 && (
        <Button look="primary" onPress={onShow}>
          <ArrowUpIcon size={14} />
          {arrivedPhrase(count, format)}
        </Button>
      )}
    </div>
  );
}
