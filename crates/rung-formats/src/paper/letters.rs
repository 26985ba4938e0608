//! The letters of the two fonts: their bytes and how wide they are.

/// A font that every reader of PDF has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Helvetica.
    Plain,
    /// Helvetica-Bold.
    Bold,
}

impl Face {
    /// As the PDF specification calls it.
    pub fn font(self) -> &'static [u8] {
        match self {
            Self::Plain => b"Helvetica",
            Self::Bold => b"Helvetica-Bold",
        }
    }

    /// As the pages call it.
    pub fn name(self) -> &'static [u8] {
        match self {
            Self::Plain => b"F1",
            Self::Bold => b"F2",
        }
    }
}

/// The letter's byte in Windows-1252; `?` for one that it lacks, none for what is not seen.
pub fn code(letter: char) -> Option<u8> {
    Some(match letter {
        // Marks of a language or a direction.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            return None;
        }
        '\t' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => b' ',
        '\u{2010}' | '\u{2011}' | '\u{2212}' => b'-',
        '€' => 0x80,
        '…' => 0x85,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        '™' => 0x99,
        'Š' => 0x8a,
        'š' => 0x9a,
        'Ž' => 0x8e,
        'ž' => 0x9e,
        'Œ' => 0x8c,
        'œ' => 0x9c,
        'Ÿ' => 0x9f,
        ' '..='~' | '¡'..='ÿ' => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
        control if control.is_control() => return None,
        _ => b'?',
    })
}

/// How wide a letter is, in thousandths of its size: Adobe's font metrics. Those beyond ASCII are as wide as the letter that
/// they are made of, or as a figure.
pub fn width_of(face: Face, byte: u8) -> u16 {
    let plain = match byte {
        b' '..=b'~' => byte,
        0xc0..=0xc5 => b'A',
        0xc7 => b'C',
        0xc8..=0xcb => b'E',
        0xcc..=0xcf => b'I',
        0xd1 => b'N',
        0xd2..=0xd6 | 0xd8 => b'O',
        0xd9..=0xdc => b'U',
        0xdd => b'Y',
        0xe7 => b'c',
        0xec..=0xef | 0xb7 => b'f',
        0xfd | 0xff => b'y',
        0x91 | 0x92 => b'i',
        0x93 | 0x94 | 0xa1 => b'-',
        0xbf => b'?',
        0x80 | 0x95 | 0x96 => b'0',
        // The widest: a dash, three dots, a sign.
        0x85 | 0x97 | 0x99 | 0x8c | 0x9c | 0xc6 | 0xe6 => return 1000,
        _ => b'n',
    };
    let widths = match face {
        Face::Plain => &PLAIN,
        Face::Bold => &BOLD,
    };
    widths.get(usize::from(plain - b' ')).copied().unwrap_or(600)
}

/// From the space to the tilde.
#[rustfmt::skip]
const PLAIN: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// From the space to the tilde.
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
