import { Button } from './button.tsx';
import { ArrowUpIcon } from './icons.tsx';
import './arrived-button.css';

interface ArrivedButtonProps {
  /** "3 new changes"; null while there is nothing new. */
  readonly text: string | null;
  readonly onShow: () => void;
}

/**
 * What became of a list while it is read. The list moves only when this is pressed. It floats over
 * the top of the nearest positioned element.
 */
export function ArrivedButton({ text, onShow }: ArrivedButtonProps) {
  return (
    <div className="arrived" role="status">
      {text !== null && (
        <Button look="primary" onPress={onShow}>
          <ArrowUpIcon size={14} />
          {text}
        </Button>
      )}
    </div>
  );
}
