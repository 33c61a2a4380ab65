#!/usr/bin/env bash
# The generator writes data/cars.csv byte for byte, and the file has the columns and quirks of its data card.
# Needs a JDK 25: JAVA_HOME, or java on the PATH.
set -euo pipefail
cd "$(dirname "$0")/../.."

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

pass() { echo "ok    $1"; }
fail() {
  echo "FAIL  $1${2:+: $2}"
  failures=$((failures + 1))
}
expect() { # <what> <command...>
  if "${@:2}" >/dev/null 2>"$work/err"; then pass "$1"; else fail "$1" "$(head -n 1 "$work/err")"; fi
}
expect_error() { # <what> <exit code> <text in the message> <arguments...>
  local code=0
  "$java" data/GenerateCars.java "${@:4}" >/dev/null 2>"$work/err" || code=$?
  if [ "$code" = "$2" ] && grep -qF -- "$3" "$work/err"; then
    pass "$1"
  else
    fail "$1" "exit code $code, $(head -n 1 "$work/err")"
  fi
}
expect_between() { # <what> <low> <high> <actual>
  if [ "$4" -ge "$2" ] && [ "$4" -le "$3" ]; then pass "$1: $4"; else fail "$1" "$4, not $2 to $3"; fi
}
rows() { tail -n +2 data/cars.csv | tr -d '\r'; }
permille() { # <column> <cell>: rows with that cell
  rows | awk -F';' -v column="$1" -v cell="$2" '$column == cell { n++ } END { printf "%d", 1000 * n / NR }'
}
count_over() { # <price in MAD>
  rows | awk -F';' -v price="$1" '$10 > price { n++ } END { print n + 0 }'
}

# The generator
"$java" data/GenerateCars.java --out "$work/default.csv" >/dev/null
expect "rewrites data/cars.csv byte for byte" cmp "$work/default.csv" data/cars.csv
LC_ALL=C TZ=Asia/Tokyo "$java" -Duser.language=ar -Duser.country=EG data/GenerateCars.java \
  --rows 12000 --seed 1 --out "$work/elsewhere.csv" >/dev/null
expect "writes the same bytes in another locale and time zone" cmp "$work/elsewhere.csv" data/cars.csv
"$java" data/GenerateCars.java --rows 12000 --seed 2 --out "$work/other.csv" >/dev/null
expect "writes other rows for another seed" test "$(cmp "$work/other.csv" data/cars.csv >/dev/null || echo differs)"
"$java" data/GenerateCars.java --rows 37 --out "$work/37.csv" >/dev/null
expect "writes as many rows as asked for" test "$(wc -l <"$work/37.csv")" = 38
expect_error "refuses no rows" 2 '--rows must be a whole number from 1' --rows 0
expect_error "refuses a seed that is no number" 2 '--seed must be a whole number' --seed x
expect_error "refuses an option without a value" 2 '--out needs a value' --out
expect_error "refuses an unknown option" 2 'unknown option --row' --row 3
expect_error "names a folder that is missing" 1 "$work/none/cars.csv" --out "$work/none/cars.csv"

# The file
header='Marque;Modèle;Année-Modèle;Kilométrage;Type de carburant;Puissance fiscale;Boite de vitesses;Première main;État;Prix'
expect "has the header of the site's export" test "$(head -n 1 data/cars.csv)" = "$header"$'\r'
expect "ends every line with CRLF" test "$(grep -c $'\r$' data/cars.csv)" = 12001
cell_faults=$(rows | awk -F';' '
  NF != 10 || $3 !~ /^(19|20)[0-9][0-9]$/ || $3 < 1990 || $3 > 2022 ||
  $4 !~ /^([1-9][0-9]* )?[0-9]+ - ([1-9][0-9]* )?999$/ ||
  $5 !~ /^(Diesel|Essence|Hybride|Electrique)$/ || $6 < 5 || $6 > 14 ||
  $7 !~ /^(Manuelle|Automatique|--)$/ || $8 !~ /^(Oui|Non|)$/ ||
  $9 !~ /^(Excellent|Très bon|Bon|Correct|Endommagé|Pour Pièces|)$/ ||
  $10 !~ /^[1-9][0-9]*$/ || $10 < 60000 { n++ } END { print n + 0 }')
expect "has cells in the site's spellings only" test "$cell_faults" = 0
expect_between "distinct rows" 6000 12000 "$(rows | sort -u | wc -l)"
expect_between "makes" 20 30 "$(rows | cut -d';' -f1 | sort -u | wc -l)"
expect_between "makes and models" 150 250 "$(rows | cut -d';' -f1,2 | sort -u | wc -l)"
expect_between "mileage ranges" 36 36 "$(rows | cut -d';' -f4 | sort -u | wc -l)"
expect_between "permille without gearbox" 100 135 "$(permille 7 --)"
expect_between "permille without first hand" 230 270 "$(permille 8 "")"
expect_between "permille without condition" 240 280 "$(permille 9 "")"
expect_between "prices that are no round thousand" 20 300 "$(rows | awk -F';' '$10 % 1000 { n++ } END { print n + 0 }')"
expect_between "prices over a million" 20 120 "$(count_over 1000000)"
expect_between "prices over a hundred million" 1 20 "$(count_over 100000000)"
for spelling in 'Volkswagen;GOLF 4;' 'Volkswagen;Golf;' 'mini;cooper;' 'Dacia;duster;' 'Citroen;C-Elysée;' 'Citroen;C-ELYSEE;' 'Peugeot;308;'; do
  expect "has the spelling $spelling" grep -q "^$spelling" data/cars.csv
done

[ "$failures" = 0 ] || {
  echo "$failures failed"
  exit 1
}
