import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useFocusBack } from '../parts/use-focus-back';
import css from './chooser.module.css';
import { useDialogPlace } from './dialog-stack';

interface ChooserDialogProps {
  /** As high as its content, for a short question. */
  fit?: boolean;
  title: string;
  size: 480 | 720 | 1000;
  onClose: () => void;
  children: ReactNode;
}

/**
 * The frame of every chooser. Choosers opened from choosers lie on each other, each a
 * little lower; Esc closes the uppermost and focus goes back to where it came from.
 */
export function ChooserDialog({ title, size, onClose, fit = false, children }: ChooserDialogProps) {
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const { depth, top } = useDialogPlace(true);
  useFocusBack(true);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnEscape={top}
      zIndex={300 + depth * 10}
      yOffset={phone ? 0 : `calc(6vh + ${depth * 24}px)`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ transition: phone ? 'slide-up' : 'pop', duration: phone ? 260 : 180 }}
      classNames={{ inner: css.inner, content: fit ? css.fitting : css.content, header: css.header, body: css.body }}
      style={{ '--depth': depth }}
    >
      {children}
    </Modal>
  );
}
