import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog` where something is about to be deleted. */
  readonly role?: 'dialog' | 'alertdialog';
  /** `wide` for what stands in columns. */
  readonly width?: 'usual' | 'wide';
  readonly children: ReactNode;
}

/** A panel over the page; Escape and a click beside it close it. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, role = 'dialog', width = 'usual', children } = props;
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={role === 'dialog'}
    >
      <Modal className={`dialog-panel dialog-panel-${width}`}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
