import { byId, element } from './element.ts';
import type { Schema } from './server-answers.ts';

/** Which model this is, with the link to its page in MLflow. */
export function showModelCard({ model, objective, target }: Schema): void {
  const title = model.name ?? model.uri;
  document.title = title;
  byId('title').textContent = title;
  const parts: (Node | string)[] = [];
  if (model.version !== null) parts.push(linked(`version ${model.version}`, model.url));
  if (model.run_id !== null) parts.push(`run ${model.run_id}`);
  if (target !== null) parts.push(`predicts ${target}`);
  parts.push(objective);
  byId('card').replaceChildren(...parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part])));
}

function linked(text: string, href: string | null): Node | string {
  return href === null
    ? text
    : element('a', { href, textContent: `${text} in MLflow`, rel: 'noreferrer' });
}
