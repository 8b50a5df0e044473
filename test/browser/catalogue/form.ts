import type { Locator, Page as Tab } from 'playwright-core';

/** A field of the open form by its name, or a place within: `walks/0/name`. */
export function fieldAt(tab: Tab, pointer: string): Locator {
  return tab.locator(`[data-pointer="/${pointer}"]`);
}

/** Opens a page in the editor. */
export async function openPage(tab: Tab, id: number): Promise<void> {
  await tab.goto(`/editor/pages/${id}/edit`);
  await tab.locator('[data-pointer]').first().waitFor();
}

/** Brings a part of the form to the front. */
export async function choosePart(tab: Tab, name: string): Promise<void> {
  await tab.getByRole('tab', { name }).click();
}

/** Saves the draft by the keyboard and waits until the server has it. */
export async function saveDraft(tab: Tab): Promise<void> {
  const answered = tab.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes('/api/admin/v1/pages/'),
  );
  await tab.keyboard.press('Control+s');
  const response = await answered;
  if (!response.ok()) throw new Error(`Saving was refused: ${await response.text()}`);
  await tab
    .getByText(/^Saved \d\d:\d\d/)
    .locator('visible=true')
    .first()
    .waitFor();
}

/** Publishes by the button at the foot. */
export async function publish(tab: Tab): Promise<void> {
  await tab
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
  await tab.getByText('Everything is live').waitFor();
}

/** All a person can read in a field: its words, what is typed into boxes, what is checked. */
export async function readField(field: Locator): Promise<string> {
  const read = [await field.innerText()];
  for (const box of await field.locator('input:not([type=checkbox], [type=radio]), textarea').all())
    read.push(await box.inputValue());
  for (const box of await field.getByRole('checkbox', { checked: true }).all())
    read.push(`[x] ${await box.getAttribute('id').then((id) => field.locator(`label[for="${id}"]`).innerText())}`);
  for (const picture of await field.locator('img').all()) read.push((await picture.getAttribute('alt')) ?? '');
  return read.join('\n');
}

/** Chooses a row in the chooser that is open, searching for it first. */
export async function chooseRow(tab: Tab, name: string): Promise<void> {
  const dialog = tab.getByRole('dialog').last();
  await dialog.getByRole('row', { name }).first().click();
  await dialog.waitFor({ state: 'detached' });
}

/** Chooses in a box that opens a list. */
export async function chooseOption(tab: Tab, box: Locator, option: string): Promise<void> {
  await box.click();
  await tab.getByRole('option', { name: option, exact: true }).click();
}
