// Written by `npm run programs:layouts` from programs/artifacts. Do not edit.

/** The four programs: under which id, how many bytes, and those bytes' SHA-256. */
export const ARTIFACTS = [
  {
    name: 'insolvency handler',
    address: '5Gy6MyuJ8uyyK2ySsHQ8e8k27BMr848tY8iC71ymW13T',
    size: 28368,
    sha256: 'be1f1b38c0d9532c870c50d36d50e3af8ef6012d58f2d67ffe1631a761f83def',
  },
  {
    name: 'insurance pool',
    address: '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk',
    size: 76432,
    sha256: 'e5cd63142f8d01b9f4cb11ae9ad313990b1fe872f94fa2d0ccf6c3be5bd21c66',
  },
  {
    name: 'premium manager',
    address: 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE',
    size: 43432,
    sha256: '85d7156570bd803e03df82aa11f72fa7589b2b225499485abab8925052c8106e',
  },
  {
    name: 'risk engine',
    address: '9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3',
    size: 48184,
    sha256: '5b61dc5064ba5e3834aa7d03a746f752b01b073927c44fa74d9df5a243ddcf2b',
  },
] as const;
