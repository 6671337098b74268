import type { Dto } from '../../api/types.js';
import { useRoles } from './account-words.js';

export type RoleName = Dto<'Account'>['roles'][number];
interface Props {
  readonly value?: readonly RoleName[];
  readonly onChange?: (roles: RoleName[]) => void;
  readonly disabled?: boolean;
}

/** Each role with what it may do and see: nobody ticks a box unread. */
export function RoleChoice({ value = [], onChange, disabled = false }: Props) {
  const guide = useRoles().data?.items ?? [];
  return (
    <fieldset className="role-choice" disabled={disabled}>
      <legend>Vai trò: được làm gì, xem gì</legend>
      {guide.map(({ role, title, may, sees }) => {
        const name = role as RoleName;
        const chosen = value.includes(name);
        return (
          <label key={role} className={chosen ? 'chosen' : ''}>
            <input
              type="checkbox"
              checked={chosen}
              onChange={() => onChange?.(chosen ? value.filter((one) => one !== name) : [...value, name])}
            />
            <span>
              <span className="strong">{title}</span>
              <span className="says">{may}</span>
              <span className="says">Xem: {sees}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
