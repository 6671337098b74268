export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0b4f71" stroke="#ffffff40" />
      <path
        d="M8 9.500A2.500 2.500 0 0 1 10.500 7h11A2.500 2.500 0 0 1 24 9.500v8a2.500 2.500 0 0 1-2.500 2.500H17l-5 5v-5h-1.500A2.500 2.500 0 0 1 8 17.500z"
        fill="#fff"
      />
      <path d="M12 11.500h8M12 15h5" stroke="#0b4f71" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
