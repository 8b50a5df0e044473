/** Passwords of ten characters and more that every guessing list begins with; shorter ones are refused anyway. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `0123456789 1234567890 0987654321 9876543210 12345678910 123456789a 123456789q 1234512345 1122334455 1231231234
   1029384756 0102030405 1234567891 12345678901 123456789123 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc
   q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertyuiop123 qwertyuiop[] asdfghjkl1
   asdfghjkl123 zxcvbnm123 zaq12wsxcde3 qazwsxedcrfv qwertzuiop azertyuiop abcdefghij abcdefgh123 abcd123456
   abc1234567 a123456789 a1234567890 aa12345678 password12 password123 password1234 password12345 passwordpassword
   passw0rd123 p@ssw0rd123 p@ssword123 mypassword mypassword1 newpassword newpassword1 changeme123 changemenow
   letmein123 letmeinnow welcome123 welcome1234 welcome2024 welcome2025 welcome2026 administrator adminadmin
   admin12345 admin123456 administrator1 superadmin root123456 rootroot123 iloveyou12 iloveyou123 iloveyou1234
   iloveyousomuch sunshine123 princess123 football123 baseball123 basketball superman123 batman12345 dragon12345
   monkey12345 michael123 jennifer123 charlie123 computer123 internet123 trustno1234 whatever123 starwars123
   pokemon123 samsung123 liverpool123 manchester chocolate1 butterfly1 secret12345 testtest12 test123456 test1234567
   testpassword demodemo12 guest12345 temp123456 correcthorsebatterystaple pipitpipit pipit12345 pipitpassword`
    .split(/\s+/)
    .filter(Boolean),
);
