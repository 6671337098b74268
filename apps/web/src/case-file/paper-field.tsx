import { Button, Form, Input } from 'antd';
import type { Dto } from '../api/types.js';

/** One field of a form: a line, several lines, or rows of a list. */
export function PaperField({ field }: { field: Dto<'DocumentField'> }) {
  const label = field.optional ? `${field.name} (nếu có)` : field.name;
  if (field.kind === 'list')
    return (
      <fieldset className="paper-rows">
        <legend>{label}</legend>
        {field.help && <p className="muted small">{field.help}</p>}
        <Form.List name={field.name}>
          {(rows, { add, remove }) => (
            <>
              {rows.map((row) => (
                <div
                  key={row.key}
                  className="row"
                  style={{ flexWrap: 'nowrap', alignItems: 'flex-start', marginBottom: 6 }}
                >
                  {field.items.map((item) => (
                    <Form.Item key={item} name={[row.name, item]} style={{ flex: 1, margin: 0, minWidth: 0 }}>
                      <Input.TextArea
                        autoSize
                        placeholder={item}
                        aria-label={`${field.name}, dòng ${row.name + 1}: ${item}`}
                        maxLength={2000}
                      />
                    </Form.Item>
                  ))}
                  <Button
                    type="text"
                    size="small"
                    onClick={() => remove(row.name)}
                    aria-label={`Bỏ dòng ${row.name + 1}`}
                  >
                    Bỏ
                  </Button>
                </div>
              ))}
              <Button size="small" onClick={() => add({})}>
                Thêm dòng
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
    );
  return (
    <Form.Item name={field.name} label={label} extra={field.help ?? undefined}>
      {field.kind === 'longText' ? (
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={20_000} />
      ) : (
        <Input maxLength={2000} />
      )}
    </Form.Item>
  );
}
