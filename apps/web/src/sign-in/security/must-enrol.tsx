import { useQueryClient } from '@tanstack/react-query';
import { BeforeWork } from '../before-work.js';
import { EnrolFactor } from './enrol-factor.js';

/** For an account that must have a second factor and has none. */
export function MustEnrolFactor() {
  const client = useQueryClient();
  return (
    <BeforeWork
      title="Đăng ký mã xác thực"
      why="Tài khoản này phải có mã xác thực thứ hai"
      how="Làm một lần, mất khoảng một phút; cần điện thoại có ứng dụng tạo mã xác thực."
    >
      <EnrolFactor onDone={() => void client.invalidateQueries()} />
    </BeforeWork>
  );
}
