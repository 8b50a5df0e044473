import { Modal, type ModalProps } from '@mantine/core';
import { useFocusBack } from './use-focus-back';

/**
 * A dialog over the screen. It is open as long as it is rendered, and gives the focus back to what opened it: a button,
 * or the button of the menu one of whose entries it was.
 */
export function Dialog({ closeButtonProps, ...props }: Omit<ModalProps, 'opened'>) {
  useFocusBack(true);
  return <Modal opened closeButtonProps={{ 'aria-label': 'Close', ...closeButtonProps }} {...props} />;
}
