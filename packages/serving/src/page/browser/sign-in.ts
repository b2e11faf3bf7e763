import { byId } from './element.ts';

/** Asks for the token until one is given. */
export function signIn(): Promise<string> {
  const dialog = byId('sign-in') as HTMLDialogElement;
  const input = byId('token') as HTMLInputElement;
  input.value = '';
  if (!dialog.open) dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        resolve(input.value.trim());
      },
      { once: true },
    );
  });
}
