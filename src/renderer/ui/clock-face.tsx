import './clock-face.css';

const hours = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** A clock with hands, for who reads a clock and no words. @param props.minute since midnight */
export function ClockFace({ minute, label }: { readonly minute: number; readonly label: string }) {
  const minuteAngle = (minute % 60) * 6;
  const hourAngle = (minute % 720) / 2;
  return (
    <svg className="clock-face" viewBox="0 0 120 120" role="img" aria-label={label}>
      <circle className="clock-face__ground" cx="60" cy="60" r="54" />
      {hours.map((hour) => (
        <line
          key={hour}
          className="clock-face__mark"
          x1="60"
          y1={hour % 3 === 0 ? 12 : 10}
          x2="60"
          y2={hour % 3 === 0 ? 22 : 15}
          transform={`rotate(${hour * 30} 60 60)`}
        />
      ))}
      <line
        className="clock-face__hour"
        x1="60"
        y1="62"
        x2="60"
        y2="34"
        transform={`rotate(${hourAngle} 60 60)`}
      />
      <line
        className="clock-face__minute"
        x1="60"
        y1="64"
        x2="60"
        y2="20"
        transform={`rotate(${minuteAngle} 60 60)`}
      />
      <circle className="clock-face__pin" cx="60" cy="60" r="4" />
    </svg>
  );
}
