/** The mark: a shield with a helmet and the V of the vest. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg className={`mark ${className}`} viewBox="0 0 48 48" aria-hidden="true">
      <path className="m-hat" d="M24 1.5 43.5 7.5v15.500c0 11-7.500 19-19.500 23.500C12 42 4.500 34 4.500 23V7.500z" />
      <path
        className="m-body"
        d="M13 25.500a11 11 0 0 1 6.600-10.100V20a1 1 0 0 0 2 0v-6.600a1.200 1.200 0 0 1 1.200-1.200h2.400a1.200 1.200 0 0 1 1.200 1.200V20a1 1 0 0 0 2 0v-4.600A11 11 0 0 1 35 25.500zM11.200 27.200h25.600a1.700 1.700 0 0 1 0 3.400H11.200a1.700 1.700 0 0 1 0-3.400z"
      />
      <path
        className="m-v"
        d="M11.800 33.500h5.200l7 4.600 7-4.600h5.200c-.6 1-1.300 1.900-2.100 2.800L24 43 13.900 36.300c-.8-.9-1.500-1.800-2.100-2.800z"
      />
    </svg>
  );
}

/** The V-stripes of a vest's back, tone on tone: ground of hero heads. */
export function Vee() {
  return (
    <svg className="vee" viewBox="0 0 620 330" aria-hidden="true">
      <path d="M-40 -20 310 250 660 -20M-40 110 310 380 660 110" />
    </svg>
  );
}
