package io.drivetrain.data.cars;

import java.util.List;
import java.util.Map;

/** Makes and models on the market. */
final class Catalogue {
  /**
   * Pace of the depreciation by make; 1 is the average. A dear badge and dear parts make it fast.
   */
  private static final Map<String, Double> PACE =
      Map.ofEntries(
          Map.entry("Alfa Romeo", 1.15),
          Map.entry("Audi", 0.97),
          Map.entry("BMW", 1.02),
          Map.entry("Chevrolet", 1.15),
          Map.entry("Citroen", 1.06),
          Map.entry("Dacia", 0.70),
          Map.entry("Fiat", 0.98),
          Map.entry("Ford", 1.00),
          Map.entry("Hyundai", 0.94),
          Map.entry("Jeep", 1.10),
          Map.entry("Kia", 0.96),
          Map.entry("Land Rover", 1.18),
          Map.entry("Mercedes-Benz", 0.94),
          Map.entry("Nissan", 1.00),
          Map.entry("Opel", 1.05),
          Map.entry("Peugeot", 0.98),
          Map.entry("Renault", 0.96),
          Map.entry("Seat", 0.95),
          Map.entry("Skoda", 0.92),
          Map.entry("Suzuki", 0.98),
          Map.entry("Toyota", 0.80),
          Map.entry("Volkswagen", 0.88),
          Map.entry("mini", 1.00));

  /**
   * Makes and models in the spellings of the site, C-Elysée and C-ELYSEE, Duster and duster among
   * them. Then: first and last model year on offer, usual price new in money of 2022 (thousand
   * MAD), usual fiscal horsepower, percent with Diesel, hybrid and electric drive (the rest runs on
   * petrol), percent with automatic gearbox, weight in the market.
   */
  private static final String MODELS =
      """
      Alfa Romeo    ; Giulietta            ; 2011 ; 2019 ; 300 ;  8 ;  88 ;  0 ;   0 ; 35 ;  24
      Alfa Romeo    ; Mito                 ; 2009 ; 2017 ; 215 ;  6 ;  70 ;  0 ;   0 ; 12 ;  10
      Alfa Romeo    ; 159                  ; 2006 ; 2011 ; 330 ;  8 ;  95 ;  0 ;   0 ; 10 ;  12
      Audi          ; A1                   ; 2011 ; 2021 ; 270 ;  6 ;  80 ;  0 ;   0 ; 40 ;  16
      Audi          ; A3                   ; 2000 ; 2021 ; 355 ;  8 ;  97 ;  0 ;   0 ; 50 ;  70
      Audi          ; A4                   ; 1999 ; 2020 ; 420 ;  8 ;  96 ;  0 ;   0 ; 45 ;  55
      Audi          ; A5                   ; 2008 ; 2020 ; 490 ;  8 ;  88 ;  0 ;   0 ; 75 ;  18
      Audi          ; A6                   ; 2001 ; 2021 ; 560 ;  8 ;  93 ;  0 ;   0 ; 65 ;  24
      Audi          ; Q3                   ; 2012 ; 2021 ; 400 ;  8 ;  97 ;  0 ;   0 ; 70 ;  16
      Audi          ; Q5                   ; 2009 ; 2021 ; 560 ;  8 ;  98 ;  0 ;   0 ; 85 ;  50
      Audi          ; Q7                   ; 2007 ; 2021 ; 850 ; 12 ;  98 ;  0 ;   0 ; 97 ;  20
      BMW           ; Serie 1              ; 2005 ; 2022 ; 330 ;  8 ;  85 ;  0 ;   0 ; 35 ;  36
      BMW           ; Serie 3              ; 2001 ; 2021 ; 430 ;  8 ;  86 ;  0 ;   0 ; 50 ;  44
      BMW           ; Serie 4 gran coupé   ; 2014 ; 2022 ; 520 ;  8 ;  92 ;  0 ;   0 ; 90 ;   6
      BMW           ; Serie 5              ; 1998 ; 2021 ; 580 ;  8 ;  88 ;  2 ;   0 ; 72 ;  44
      BMW           ; X1                   ; 2010 ; 2021 ; 400 ;  8 ;  96 ;  0 ;   0 ; 60 ;  14
      BMW           ; X3                   ; 2005 ; 2021 ; 530 ;  8 ;  97 ;  0 ;   0 ; 80 ;  16
      BMW           ; X5                   ; 2003 ; 2021 ; 830 ; 12 ;  95 ;  1 ;   0 ; 95 ;  24
      Chevrolet     ; Captiva              ; 2008 ; 2014 ; 280 ;  8 ;  99 ;  0 ;   0 ; 25 ;  12
      Chevrolet     ; Cruze                ; 2010 ; 2016 ; 215 ;  8 ;  88 ;  0 ;   0 ; 10 ;  16
      Chevrolet     ; Spark                ; 2010 ; 2016 ; 112 ;  6 ;   0 ;  0 ;   0 ;  4 ;   8
      Citroen       ; Berlingo             ; 2000 ; 2021 ; 168 ;  6 ;  98 ;  0 ;   0 ;  2 ; 150
      Citroen       ; C-ELYSEE             ; 2013 ; 2021 ; 140 ;  6 ;  82 ;  0 ;   0 ;  1 ;  12
      Citroen       ; C-Elysée             ; 2013 ; 2019 ; 140 ;  6 ;  94 ;  0 ;   0 ;  1 ;  12
      Citroen       ; C3                   ; 2004 ; 2021 ; 162 ;  6 ;  83 ;  0 ;   0 ;  3 ;  60
      Citroen       ; C4                   ; 2005 ; 2021 ; 212 ;  6 ;  96 ;  0 ;   0 ;  4 ;  60
      Citroen       ; C4 CACTUS            ; 2015 ; 2020 ; 215 ;  6 ;  97 ;  0 ;   0 ; 45 ;  10
      Citroen       ; C4 Picasso           ; 2007 ; 2017 ; 240 ;  6 ;  99 ;  0 ;   0 ; 18 ;  18
      Citroen       ; C5                   ; 2002 ; 2016 ; 300 ;  8 ;  95 ;  0 ;   0 ; 34 ;  32
      Citroen       ; Jumpy                ; 2007 ; 2021 ; 235 ;  8 ; 100 ;  0 ;   0 ;  1 ;   8
      Citroen       ; Nemo                 ; 2009 ; 2016 ; 125 ;  6 ;  97 ;  0 ;   0 ;  0 ;  10
      Dacia         ; Dokker               ; 2012 ; 2021 ; 140 ;  6 ;  99 ;  0 ;   0 ;  1 ; 215
      Dacia         ; Dokker Van           ; 2012 ; 2021 ; 122 ;  6 ;  99 ;  0 ;   0 ;  0 ;  16
      Dacia         ; Duster               ; 2010 ; 2021 ; 185 ;  6 ;  99 ;  0 ;   0 ;  9 ; 180
      Dacia         ; duster               ; 2010 ; 2021 ; 185 ;  6 ;  99 ;  0 ;   0 ;  9 ;   2
      Dacia         ; Lodgy                ; 2013 ; 2020 ; 150 ;  6 ;  99 ;  0 ;   0 ;  1 ;  16
      Dacia         ; Logan                ; 2005 ; 2021 ; 116 ;  6 ;  94 ;  0 ;   0 ;  2 ; 350
      Dacia         ; Logan Mcv            ; 2007 ; 2021 ; 126 ;  6 ;  97 ;  0 ;   0 ;  0 ;  12
      Dacia         ; Sandero              ; 2009 ; 2021 ; 128 ;  6 ;  95 ;  0 ;   0 ;  2 ; 180
      Fiat          ; 500                  ; 2008 ; 2021 ; 152 ;  6 ;  28 ;  0 ;   0 ; 20 ;  44
      Fiat          ; 500X                 ; 2015 ; 2021 ; 225 ;  6 ;  92 ;  0 ;   0 ; 20 ;  10
      Fiat          ; Doblo                ; 2005 ; 2021 ; 138 ;  5 ;  98 ;  0 ;   0 ;  1 ; 110
      Fiat          ; FIORINO              ; 2010 ; 2021 ; 118 ;  5 ; 100 ;  0 ;   0 ;  0 ;  36
      Fiat          ; GRANDE PUNTO         ; 2007 ; 2016 ; 126 ;  5 ;  88 ;  0 ;   0 ;  0 ;  14
      Fiat          ; Panda                ; 2007 ; 2021 ; 114 ;  6 ;   5 ;  0 ;   0 ;  2 ;  12
      Fiat          ; Punto                ; 2006 ; 2018 ; 122 ;  5 ;  77 ;  0 ;   0 ;  3 ;  70
      Fiat          ; TIPO                 ; 2016 ; 2021 ; 158 ;  6 ;  96 ;  0 ;   0 ;  6 ;  32
      Ford          ; C-Max                ; 2005 ; 2019 ; 225 ;  6 ;  94 ;  0 ;   0 ;  4 ;  30
      Ford          ; Fiesta               ; 2003 ; 2021 ; 150 ;  6 ;  72 ;  0 ;   0 ;  1 ; 165
      Ford          ; Focus                ; 2000 ; 2021 ; 208 ;  6 ;  98 ;  0 ;   0 ;  5 ; 175
      Ford          ; Fusion               ; 2013 ; 2020 ; 285 ;  8 ;  97 ;  3 ;   0 ; 45 ;  15
      Ford          ; Ka                   ; 2009 ; 2016 ; 108 ;  5 ;  18 ;  0 ;   0 ;  0 ;  12
      Ford          ; Kuga                 ; 2009 ; 2021 ; 290 ;  8 ;  99 ;  0 ;   0 ; 12 ;  70
      Ford          ; Ranger               ; 2008 ; 2021 ; 310 ;  9 ; 100 ;  0 ;   0 ; 20 ;  12
      Ford          ; Transit              ; 2002 ; 2021 ; 275 ;  9 ; 100 ;  0 ;   0 ;  0 ;  16
      Hyundai       ; Accent               ; 2006 ; 2021 ; 158 ;  6 ;  94 ;  0 ;   0 ; 24 ;  70
      Hyundai       ; CRETA                ; 2016 ; 2021 ; 215 ;  6 ; 100 ;  0 ;   0 ; 15 ;  18
      Hyundai       ; Elantra              ; 2007 ; 2021 ; 215 ;  6 ;  99 ;  0 ;   0 ; 62 ;  18
      Hyundai       ; H-1                  ; 2005 ; 2020 ; 270 ; 10 ; 100 ;  0 ;   0 ;  2 ;  18
      Hyundai       ; Santa Fe             ; 2001 ; 2021 ; 365 ;  9 ; 100 ;  0 ;   0 ; 48 ; 100
      Hyundai       ; Tucson               ; 2004 ; 2021 ; 265 ;  8 ; 100 ;  0 ;   0 ; 36 ;  70
      Hyundai       ; i 10                 ; 2009 ; 2021 ; 112 ;  6 ;   3 ;  0 ;   0 ;  8 ;  66
      Hyundai       ; i 20                 ; 2010 ; 2021 ; 140 ;  6 ;  66 ;  0 ;   0 ;  4 ;  14
      Hyundai       ; i 30                 ; 2008 ; 2021 ; 200 ;  6 ;  99 ;  0 ;   0 ; 22 ;  50
      Hyundai       ; i 40                 ; 2012 ; 2018 ; 285 ;  7 ; 100 ;  0 ;   0 ; 66 ;  16
      Hyundai       ; ix 35                ; 2010 ; 2016 ; 265 ;  8 ; 100 ;  0 ;   0 ; 36 ;  54
      Jeep          ; Cherokee             ; 2006 ; 2020 ; 390 ;  8 ; 100 ;  0 ;   0 ; 60 ;  14
      Jeep          ; Compass              ; 2008 ; 2021 ; 310 ;  8 ;  97 ;  0 ;   0 ; 25 ;  12
      Jeep          ; Grand Cherokee       ; 2005 ; 2020 ; 640 ; 12 ; 100 ;  0 ;   0 ; 97 ;  32
      Jeep          ; Renegade             ; 2015 ; 2021 ; 260 ;  7 ;  98 ;  0 ;   0 ; 18 ;   8
      Kia           ; Carens               ; 2007 ; 2017 ; 205 ;  8 ; 100 ;  0 ;   0 ;  2 ;  40
      Kia           ; Ceed                 ; 2008 ; 2021 ; 192 ;  6 ;  98 ;  0 ;   0 ; 18 ;  14
      Kia           ; Cerato               ; 2005 ; 2020 ; 180 ;  7 ;  82 ;  0 ;   0 ; 20 ;  10
      Kia           ; Picanto              ; 2006 ; 2021 ; 122 ;  6 ;   1 ;  0 ;   0 ; 20 ;  16
      Kia           ; Rio                  ; 2007 ; 2021 ; 142 ;  6 ;  90 ;  0 ;   0 ;  5 ;  12
      Kia           ; Sorento              ; 2003 ; 2021 ; 365 ; 10 ;  99 ;  0 ;   0 ; 40 ;  28
      Kia           ; Sportage             ; 2005 ; 2021 ; 268 ;  8 ;  99 ;  0 ;   0 ; 36 ;  42
      Land Rover    ; Discovery            ; 2005 ; 2020 ; 720 ; 12 ; 100 ;  0 ;   0 ; 88 ;  10
      Land Rover    ; Freelander           ; 2003 ; 2014 ; 390 ;  9 ; 100 ;  0 ;   0 ; 55 ;  14
      Land Rover    ; Range Rover          ; 2004 ; 2020 ; 1350 ; 12 ; 96 ; 0 ;   0 ; 98 ;   8
      Land Rover    ; Range Rover Evoque   ; 2012 ; 2021 ; 540 ;  8 ; 100 ;  0 ;   0 ; 86 ;  42
      Land Rover    ; Range Rover Sport    ; 2007 ; 2021 ; 980 ; 12 ; 100 ;  0 ;   0 ; 97 ;  24
      Mercedes-Benz ; 190                  ; 1990 ; 1993 ; 255 ;  8 ;  98 ;  0 ;   0 ;  4 ; 130
      Mercedes-Benz ; 220                  ; 1993 ; 2016 ; 345 ;  9 ;  98 ;  0 ;   0 ; 46 ; 200
      Mercedes-Benz ; 250                  ; 1992 ; 2012 ; 335 ; 10 ;  97 ;  0 ;   0 ; 20 ;  24
      Mercedes-Benz ; CLASSE ML            ; 2003 ; 2015 ; 640 ; 12 ;  99 ;  0 ;   0 ; 95 ;  18
      Mercedes-Benz ; Classe A             ; 2002 ; 2022 ; 335 ;  8 ;  96 ;  0 ;   0 ; 62 ;  34
      Mercedes-Benz ; Classe B             ; 2006 ; 2019 ; 300 ;  8 ;  90 ;  0 ;   0 ; 22 ;  26
      Mercedes-Benz ; Classe C             ; 1996 ; 2021 ; 445 ;  9 ;  97 ;  0 ;   0 ; 58 ; 125
      Mercedes-Benz ; Classe CLA           ; 2013 ; 2021 ; 420 ;  9 ;  98 ;  0 ;   0 ; 85 ;  16
      Mercedes-Benz ; Classe E             ; 1996 ; 2021 ; 590 ;  9 ;  99 ;  0 ;   0 ; 82 ;  50
      Mercedes-Benz ; Classe GLA           ; 2014 ; 2021 ; 430 ;  8 ; 100 ;  0 ;   0 ; 85 ;   8
      Mercedes-Benz ; Sprinter             ; 1999 ; 2021 ; 400 ;  9 ; 100 ;  0 ;   0 ;  1 ;  12
      Mercedes-Benz ; Vito                 ; 2002 ; 2020 ; 340 ;  9 ; 100 ;  0 ;   0 ; 10 ;  10
      Nissan        ; Juke                 ; 2011 ; 2021 ; 220 ;  6 ;  98 ;  0 ;   0 ;  5 ;  24
      Nissan        ; Micra                ; 2011 ; 2021 ; 150 ;  6 ;  70 ;  0 ;   0 ;  2 ;  14
      Nissan        ; Navara               ; 2006 ; 2021 ; 320 ; 10 ; 100 ;  0 ;   0 ; 20 ;   8
      Nissan        ; Pathfinder           ; 2005 ; 2014 ; 430 ; 10 ; 100 ;  0 ;   0 ; 55 ;  12
      Nissan        ; Qashqai              ; 2007 ; 2021 ; 278 ;  6 ;  99 ;  0 ;   0 ; 17 ; 100
      Nissan        ; X-Trail              ; 2004 ; 2020 ; 330 ;  8 ; 100 ;  0 ;   0 ; 30 ;  10
      Opel          ; Astra                ; 2001 ; 2021 ; 205 ;  7 ;  98 ;  0 ;   0 ;  8 ; 105
      Opel          ; Corsa                ; 2006 ; 2021 ; 155 ;  6 ;  62 ;  0 ;   0 ;  3 ;  32
      Opel          ; Insignia             ; 2009 ; 2020 ; 300 ;  8 ;  95 ;  0 ;   0 ; 48 ;  28
      Opel          ; MOKKA                ; 2013 ; 2021 ; 245 ;  6 ;  97 ;  0 ;   0 ; 20 ;   8
      Peugeot       ; 2008                 ; 2013 ; 2021 ; 215 ;  6 ;  99 ;  0 ;   0 ;  8 ;  32
      Peugeot       ; 206                  ; 2001 ; 2009 ; 142 ;  6 ;  72 ;  0 ;   0 ;  5 ;  40
      Peugeot       ; 206+                 ; 2009 ; 2014 ; 112 ;  6 ;  60 ;  0 ;   0 ;  1 ;  50
      Peugeot       ; 207                  ; 2006 ; 2013 ; 142 ;  6 ;  88 ;  0 ;   0 ;  3 ;  44
      Peugeot       ; 208                  ; 2013 ; 2021 ; 165 ;  6 ;  92 ;  0 ;   0 ;  3 ;  70
      Peugeot       ; 3008                 ; 2009 ; 2021 ; 298 ;  7 ; 100 ;  0 ;   0 ; 45 ;  32
      Peugeot       ; 301                  ; 2012 ; 2021 ; 142 ;  6 ;  86 ;  0 ;   0 ;  1 ;  62
      Peugeot       ; 307                  ; 2002 ; 2008 ; 192 ;  6 ;  97 ;  0 ;   0 ;  2 ;  44
      Peugeot       ; 308                  ; 2008 ; 2021 ; 215 ;  6 ;  88 ;  0 ;   0 ;  8 ;  82
      Peugeot       ; 407                  ; 2004 ; 2011 ; 265 ;  8 ;  98 ;  0 ;   0 ; 12 ;  40
      Peugeot       ; 508                  ; 2011 ; 2021 ; 312 ;  7 ;  98 ;  0 ;   0 ; 22 ;  48
      Peugeot       ; Bipper               ; 2009 ; 2016 ; 122 ;  6 ; 100 ;  0 ;   0 ;  0 ;  24
      Peugeot       ; Partner              ; 2002 ; 2021 ; 158 ;  6 ;  97 ;  0 ;   0 ;  0 ;  56
      Peugeot       ; Tepee                ; 2008 ; 2019 ; 178 ;  6 ;  96 ;  0 ;   0 ;  0 ;  62
      Renault       ; Captur               ; 2013 ; 2021 ; 212 ;  6 ;  97 ;  0 ;   0 ; 14 ;  26
      Renault       ; Clio                 ; 2002 ; 2021 ; 158 ;  6 ;  86 ;  0 ;   0 ; 10 ; 275
      Renault       ; Espace               ; 2001 ; 2017 ; 350 ;  9 ;  98 ;  0 ;   0 ; 12 ;  12
      Renault       ; Fluence              ; 2010 ; 2016 ; 185 ;  6 ;  96 ;  0 ;   0 ;  9 ;  26
      Renault       ; Grand Scenic         ; 2005 ; 2020 ; 262 ;  7 ;  99 ;  0 ;   0 ;  6 ;   8
      Renault       ; Kadjar               ; 2015 ; 2020 ; 265 ;  6 ; 100 ;  0 ;   0 ; 14 ;  18
      Renault       ; Kangoo               ; 2000 ; 2021 ; 150 ;  6 ;  98 ;  0 ;   0 ;  1 ; 380
      Renault       ; Koleos               ; 2009 ; 2020 ; 310 ;  8 ; 100 ;  0 ;   0 ; 30 ;   8
      Renault       ; Laguna               ; 2001 ; 2012 ; 255 ;  7 ;  97 ;  0 ;   0 ;  6 ;  46
      Renault       ; Megane               ; 1999 ; 2021 ; 205 ;  6 ;  98 ;  0 ;   0 ; 11 ; 110
      Renault       ; Megane 3             ; 2009 ; 2016 ; 200 ;  6 ;  97 ;  0 ;   0 ;  3 ;  56
      Renault       ; Megane 4             ; 2016 ; 2021 ; 232 ;  6 ; 100 ;  0 ;   0 ; 40 ;  12
      Renault       ; Megane Coupe         ; 2004 ; 2016 ; 208 ;  6 ;  86 ;  0 ;   0 ; 12 ;  18
      Renault       ; Scenic               ; 2001 ; 2019 ; 225 ;  6 ;  98 ;  0 ;   0 ;  3 ;  60
      Renault       ; Symbol               ; 2009 ; 2016 ; 118 ;  6 ;  62 ;  0 ;   0 ;  0 ;  24
      Renault       ; Talisman             ; 2016 ; 2020 ; 325 ;  7 ; 100 ;  0 ;   0 ; 90 ;  12
      Renault       ; Trafic               ; 2004 ; 2021 ; 265 ;  8 ; 100 ;  0 ;   0 ;  0 ;   8
      Renault       ; Twingo               ; 2008 ; 2020 ; 118 ;  6 ;  20 ;  0 ;   0 ;  4 ;   8
      Renault       ; Zoe                  ; 2016 ; 2021 ; 270 ;  6 ;   0 ;  0 ; 100 ; 99 ;   8
      Seat          ; Ateca                ; 2017 ; 2022 ; 312 ;  8 ; 100 ;  0 ;   0 ; 40 ;  10
      Seat          ; Ibiza                ; 2005 ; 2022 ; 162 ;  6 ;  66 ;  0 ;   0 ;  2 ;  40
      Seat          ; Leon                 ; 2007 ; 2022 ; 240 ;  8 ;  93 ;  0 ;   0 ;  9 ;  56
      Skoda         ; Fabia                ; 2005 ; 2021 ; 160 ;  6 ;  78 ;  0 ;   0 ;  3 ;  14
      Skoda         ; Octavia              ; 2000 ; 2021 ; 240 ;  8 ;  99 ;  0 ;   0 ; 15 ;  80
      Skoda         ; Superb               ; 2006 ; 2021 ; 345 ;  8 ;  99 ;  0 ;   0 ; 48 ;  14
      Skoda         ; Yeti                 ; 2010 ; 2017 ; 258 ;  8 ; 100 ;  0 ;   0 ;  6 ;   8
      Suzuki        ; Grand Vitara         ; 2001 ; 2015 ; 265 ;  8 ;  76 ;  0 ;   0 ;  3 ;  22
      Suzuki        ; Swift                ; 2008 ; 2021 ; 138 ;  6 ;  30 ;  4 ;   0 ;  6 ;   8
      Suzuki        ; Vitara               ; 2015 ; 2021 ; 230 ;  7 ;  80 ;  0 ;   0 ;  8 ;   6
      Toyota        ; Auris                ; 2007 ; 2018 ; 205 ;  6 ;  74 ; 10 ;   0 ;  6 ;  18
      Toyota        ; Avensis              ; 2004 ; 2016 ; 270 ;  8 ;  97 ;  0 ;   0 ;  8 ;  10
      Toyota        ; C-HR                 ; 2017 ; 2021 ; 305 ;  8 ;   0 ; 96 ;   0 ; 98 ;   4
      Toyota        ; Corolla              ; 2000 ; 2021 ; 195 ;  7 ;  88 ;  2 ;   0 ;  2 ;  84
      Toyota        ; Hilux                ; 2001 ; 2021 ; 300 ; 10 ; 100 ;  0 ;   0 ;  2 ;  26
      Toyota        ; Land Cruiser         ; 2000 ; 2020 ; 690 ; 12 ; 100 ;  0 ;   0 ; 55 ;  10
      Toyota        ; Prado                ; 1998 ; 2020 ; 480 ; 12 ; 100 ;  0 ;   0 ; 28 ;  30
      Toyota        ; RAV 4                ; 2001 ; 2021 ; 305 ;  9 ;  94 ;  5 ;   0 ; 14 ;  70
      Toyota        ; VERSO                ; 2004 ; 2016 ; 232 ;  8 ;  95 ;  0 ;   0 ;  2 ;  16
      Toyota        ; Yaris                ; 2005 ; 2022 ; 150 ;  6 ;  28 ;  8 ;   0 ;  8 ;  30
      Volkswagen    ; Amarok               ; 2011 ; 2020 ; 365 ;  8 ; 100 ;  0 ;   0 ; 35 ;   8
      Volkswagen    ; Bora                 ; 1999 ; 2006 ; 225 ;  8 ;  97 ;  0 ;   0 ;  2 ;  20
      Volkswagen    ; CC                   ; 2008 ; 2018 ; 355 ;  8 ;  97 ;  0 ;   0 ; 45 ;  14
      Volkswagen    ; Caddy                ; 2005 ; 2021 ; 230 ;  7 ; 100 ;  0 ;   0 ;  8 ;  92
      Volkswagen    ; GOLF 4               ; 1998 ; 2006 ; 228 ;  8 ;  97 ;  0 ;   0 ;  1 ; 190
      Volkswagen    ; GOLF 5               ; 2004 ; 2009 ; 232 ;  8 ;  93 ;  0 ;   0 ;  8 ; 110
      Volkswagen    ; GOLF 6               ; 2008 ; 2012 ; 248 ;  8 ;  98 ;  0 ;   0 ; 13 ;  54
      Volkswagen    ; GOLF 7               ; 2013 ; 2020 ; 292 ;  8 ;  98 ;  0 ;   1 ; 48 ;  92
      Volkswagen    ; GOLF 8               ; 2020 ; 2022 ; 345 ;  8 ;  96 ;  0 ;   0 ; 70 ;   8
      Volkswagen    ; Golf                 ; 1998 ; 2021 ; 245 ;  8 ;  90 ;  0 ;   0 ; 16 ;  16
      Volkswagen    ; Jetta                ; 2006 ; 2018 ; 255 ;  8 ;  99 ;  0 ;   0 ; 45 ;  44
      Volkswagen    ; PASSAT CC            ; 2008 ; 2018 ; 350 ;  8 ;  97 ;  0 ;   0 ; 62 ;  38
      Volkswagen    ; Passat               ; 1999 ; 2021 ; 310 ;  8 ;  97 ;  0 ;   0 ; 18 ; 140
      Volkswagen    ; Polo                 ; 2002 ; 2021 ; 172 ;  6 ;  60 ;  0 ;   0 ;  7 ; 105
      Volkswagen    ; Tiguan               ; 2008 ; 2021 ; 368 ;  8 ;  99 ;  0 ;   0 ; 54 ;  95
      Volkswagen    ; Touareg              ; 2003 ; 2020 ; 660 ; 12 ;  99 ;  0 ;   0 ; 80 ;  90
      Volkswagen    ; Touran               ; 2005 ; 2020 ; 275 ;  8 ;  99 ;  0 ;   0 ; 24 ;  72
      mini          ; cooper               ; 2003 ; 2021 ; 270 ;  8 ;  20 ;  0 ;   0 ; 30 ;  24
      mini          ; country man          ; 2011 ; 2020 ; 330 ;  8 ;  70 ;  0 ;   0 ; 45 ;   8
      mini          ; one                  ; 2004 ; 2014 ; 205 ;  6 ;  25 ;  0 ;   0 ;  8 ;   6
      """;

  private static final List<CarModel> CARS = MODELS.lines().map(CarModel::parse).toList();

  private Catalogue() {}

  static List<CarModel> models() {
    return CARS;
  }

  /** How fast cars of a make lose their value; 1 is the average. */
  static double pace(String make) {
    return PACE.get(make);
  }
}
