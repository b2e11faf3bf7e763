import { byId } from './element.ts';

/** Asks for the token. @param refused says that the one before was no good */
export function signIn(refused: boolean): Promise<string> {
  const dialog = byId('sign-in') as HTMLDialogElement;
  const input = byId('token') as HTMLInputElement;
  const note = byId('token-note');
  input.value = '';
  input.setAttribute('aria-invalid', String(refused));
  note.textContent = refused ? 'The server did not take that token.' : 'It stays in this tab.';
  note.classList.toggle('problem', refused);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const token = input.value.trim();
        // No header holds anything else.
        resolve(/^[!-~]*$/u.test(token) ? token : '');
      },
      { once: true },
    );
  });
}
