# Words on and around figures in Arabic. Titles state what moved and when, never a cause. A move is
# said as a noun, which has no gender to agree with a name of unknown gender. PLURAL gives one of the
# six forms of a count.

chart-list-separator = { "، " }
chart-list-more =
    { PLURAL($more) ->
        [zero] { $names }
        [one] { $names } وواحدة غيرها
        [two] { $names } واثنتان غيرها
        [few] { $names } و{ $more } غيرها
        [many] { $names } و{ $more } غيرها
       *[other] { $names } و{ $more } غيرها
    }

# The market panel.
chart-market-heading = المؤشر والأسهم
chart-market-empty = لا توجد أسعار لعرضها
chart-base-close = الأساس: إغلاق { $date }

# Series without dates, whose rows are counted.
chart-week-of = أسبوع { $first }
chart-month-of = شهر { $first }
chart-quarter-of = الربع من { $first } إلى { $last }
chart-half-year-of = النصف من { $first } إلى { $last }
chart-year-of = السنة من { $first } إلى { $last }
chart-calendar-year = سنة { $first }
chart-row = الصف { $row }
chart-axis-row = الصف

# The moves panel.
chart-moves-heading = تحركات { $date }
chart-moves-heading-after = تحركات { $date } (أول جلسة بعد { $event })
chart-moves-heading-in = تحركات { $date }
chart-moves-heading-in-after = تحركات { $date } (الأولى بعد { $event })
chart-moves-heading-no-event = التحركات في تاريخ الحدث
chart-moves-no-event = اختر تاريخًا: انقر التواريخ أسفل الرسم أو اكتبه في الأعلى.
chart-moves-heading-rows = التحركات
chart-moves-rows = لا تواريخ لهذه الأسعار، فلا يمكن تحديد موضع الحدث فيها.
chart-moves-none = لم يُحدَّد تاريخ
chart-moves-suspect = قد تكون تجزئة أسهم
chart-moves-missing = لا جلسة تداول
chart-moves-no-percent = لا نسبة مئوية: الأساس { $base }
chart-moves-ring = المعلن قبل الافتتاح
chart-moves-bound = المعلن: بهذا القدر أو أكثر
chart-moves-key = العمود: تغيّر الإغلاق عن الأساس
chart-moves-key-ring = العمود: تغيّر الإغلاق عن الأساس · الحلقة: المعلن قبل الافتتاح · السهم الصغير: بهذا القدر أو أكثر
chart-moves-shown = السلاسل المعروضة: { $shown } من { $all }
chart-moves-value =
    { PLURAL($stocks) ->
        [zero] تغيّر القيمة السوقية للشركات المعروف عدد أسهمها: { $sum }
        [one] تغيّر القيمة السوقية لشركة واحدة معروف عدد أسهمها: { $sum }
        [two] تغيّر القيمة السوقية لشركتين معروف عدد أسهمهما: { $sum }
        [few] تغيّر القيمة السوقية لـ{ $stocks } شركات معروف عدد أسهمها: { $sum }
        [many] تغيّر القيمة السوقية لـ{ $stocks } شركة معروف عدد أسهمها: { $sum }
       *[other] تغيّر القيمة السوقية لـ{ $stocks } شركة معروف عدد أسهمها: { $sum }
    }
chart-moves-gain = {"\u200E"}+{ $sum }
chart-moves-stake-about = المعلن قبل الافتتاح: نحو { $sum } على المحك
chart-moves-stake-at-least = المعلن قبل الافتتاح: { $sum } أو أكثر على المحك
chart-moves-stake-at-most = المعلن قبل الافتتاح: ما يصل إلى { $sum } على المحك
chart-moves-both = { $first } · { $second }

# The table of moves.
chart-table-name = الاسم
chart-table-ticker = الرمز
chart-table-base-date = تاريخ الأساس
chart-table-base-close = إغلاق الأساس
chart-table-event-close = إغلاق الحدث
chart-table-first-date = أول تاريخ
chart-table-first-close = أول إغلاق
chart-table-last-close = آخر إغلاق
chart-table-close = إغلاق { $date }
chart-table-move = التحرك
chart-table-change = التغيّر
chart-table-since = حتى { $date }
chart-table-value = تغيّر القيمة السوقية
chart-table-reported = المعلن

# Columns of the table: headers, cells, and what explains them.
chart-group-index = المؤشرات
chart-group-future = العقود الآجلة
chart-group-stock = الأسهم
chart-group-other = أخرى
chart-column-log = العائد اللوغاريتمي
chart-column-to-open = إلى الافتتاح
chart-column-to-low = إلى أدنى سعر
chart-column-to-end = إلى النهاية
chart-column-rebound = الجلسة التالية
chart-column-drawdown = أقصى هبوط (جلسات)
chart-column-recovered = جلسات التعافي
chart-column-alpha = ألفا
chart-column-beta = بيتا
chart-column-sigma = سيغما
chart-column-r2 = R²
chart-column-ar = العائد غير الطبيعي
chart-column-sar = العائد غير الطبيعي المعياري
chart-column-car = CAR
chart-column-car-low = الحد الأدنى لـ CAR
chart-column-car-high = الحد الأعلى لـ CAR
chart-column-t = t لـ CAR
chart-column-p = p لـ CAR
chart-column-p-rank = القيمة الاحتمالية بالترتيب
chart-column-bhar = BHAR
chart-column-abnormal-value = التغيّر غير الطبيعي في القيمة
chart-cell-drawdown = { $depth } ({ $sessions })
chart-cell-not-recovered = ليس بعد
chart-cell-later = { $sum }*
chart-explain-name = اسم السلسلة كما في ملفها.
chart-explain-ticker = الرمز إن لم يكن هو الاسم.
chart-explain-base-date = تاريخ الأساس: آخر إغلاق قبل جلسة الحدث.
chart-explain-base-close = إغلاق الأساس كما جرى تداوله، من غير تعديل للتوزيعات.
chart-explain-event-close = إغلاق جلسة الحدث في بورصة السلسلة نفسها.
chart-explain-move = العائد البسيط من الأساس إلى إغلاق الحدث: إغلاق الحدث / الأساس − 1.
chart-explain-log = العائد اللوغاريتمي من الأساس إلى إغلاق الحدث: ln(إغلاق الحدث / الأساس).
chart-explain-to-open = من الأساس إلى افتتاح جلسة الحدث: الافتتاح / الأساس − 1.
chart-explain-to-low = من الأساس إلى أدنى سعر في جلسة الحدث: أدنى سعر / الأساس − 1.
chart-explain-to-end = من الأساس إلى آخر إغلاق معروض: آخر إغلاق / الأساس − 1.
chart-explain-rebound = الجلسة التي تلي جلسة الحدث: إغلاقها / إغلاق الحدث − 1.
chart-explain-drawdown = أدنى إغلاق / الأساس − 1 منذ الحدث حتى بلوغ الأساس من جديد، وعدد الجلسات من الأساس إلى ذلك الإغلاق.
chart-explain-recovered = عدد الجلسات من الأساس إلى أول إغلاق عنده أو فوقه.
chart-explain-alpha = ثابت العائد المتوقع في الجلسة: E[R] = ألفا + بيتا × عائد المؤشر، بالمربعات الصغرى على نافذة التقدير.
chart-explain-beta = ميل نموذج السوق في نافذة التقدير: كم تتحرك السلسلة إذا تحرك المؤشر 1%.
chart-explain-sigma = الانحراف المعياري للعوائد غير العادية في نافذة التقدير، √(SSE / درجات الحرية).
chart-explain-r2 = نسبة تباين العوائد التي يفسرها المؤشر في نافذة التقدير.
chart-explain-ar = العائد غير الطبيعي لجلسة الحدث: AR = R − E[R].
chart-explain-sar = العائد غير الطبيعي مقسومًا على خطئه المعياري مع خطأ التنبؤ: AR / (سيغما × √C)، حيث C = 1 + 1/L1 + (عائد المؤشر − متوسطه)² / Sxx في نموذج السوق.
chart-explain-car = العائد غير الطبيعي التراكمي: مجموع AR في نافذة الحدث.
chart-explain-car-low = الحد الأدنى لفترة الثقة 95% لـ CAR: CAR − t × الخطأ المعياري لـ CAR.
chart-explain-car-high = الحد الأعلى لفترة الثقة 95% لـ CAR: CAR + t × الخطأ المعياري لـ CAR.
chart-explain-t = CAR مقسومًا على خطئه المعياري، بدرجات حرية التقدير.
chart-explain-p = قيمة p ذات الطرفين لـ t وفق توزيع ستيودنت.
chart-explain-p-rank = نسبة الجلسات المقارنة، أي جلسات نافذة التقدير وجلسة الحدث، التي لا يقل عائدها غير الطبيعي عن عائد الحدث: (1 + العدد) / (L1 + 1). لا تفترض أي توزيع.
chart-explain-bhar = العائد غير الطبيعي للشراء والاحتفاظ في نافذة الحدث، بعوائد بسيطة: Π(1 + R) − Π(1 + E[R]).
chart-explain-value-lost = تغيّر القيمة السوقية: عدد الأسهم × (إغلاق الحدث − الأساس)، بعملة الأسعار، وهو أقل من الصفر عند الخسارة. تشير * إلى عدد أسهم بتاريخ بعد الأساس.
chart-explain-abnormal-value = ما لا يتوقعه النموذج من تغيّر القيمة السوقية: CAR × عدد الأسهم × الأساس.
chart-explain-reported = ما أُعلن عن الحركة قبل الافتتاح.

# The model panel and its rail.
chart-models-heading = نتيجة { $score } حسب { $cost }
chart-models-heading-empty = النماذج
chart-models-empty = لا يوجد جدول نماذج مفتوح
chart-models-no-score = لا عمود للنتائج في هذا الجدول، فلا يُرسم شيء من نماذجه
chart-models-no-cost = لا تكلفة من هذا النوع لأي نموذج في الجدول
chart-cost-api = سعر الواجهة البرمجية
chart-cost-training = تكلفة التدريب
chart-cost-training-inside = تكلفة التدريب
chart-cost-run = تكلفة تشغيل الاختبار
chart-cost-run-of-inside = تكلفة تشغيل { $name }
chart-cost-run-inside = تكلفة تشغيل الاختبار
chart-axis-api-blended = دولار لكل مليون رمز، مزيج المدخلات والمخرجات (مقياس لوغاريتمي)
chart-axis-api-output = دولار لكل مليون رمز من المخرجات (مقياس لوغاريتمي)
chart-axis-api-input = دولار لكل مليون رمز من المدخلات (مقياس لوغاريتمي)
chart-axis-api-ratio = دولار لكل مليون رمز، { $ratio } مدخلات إلى { 1 } مخرجات (مقياس لوغاريتمي)
chart-axis-training = دولار (مقياس لوغاريتمي)
chart-axis-training-basis = دولار، { $basis } (مقياس لوغاريتمي)
chart-axis-run-of = دولار لتشغيل { $name } (مقياس لوغاريتمي)
chart-axis-short-ratio = دولار لكل مليون رمز، { $ratio } إدخال إلى 1 إخراج (لوغاريتمي)
chart-axis-run = دولار (مقياس لوغاريتمي)
chart-axis-short-blended = دولار لكل مليون رمز (لوغاريتمي)
chart-axis-short-output = دولار لكل مليون رمز من المخرجات (لوغاريتمي)
chart-axis-short-input = دولار لكل مليون رمز من المدخلات (لوغاريتمي)
chart-axis-short-dollars = دولار (لوغاريتمي)
chart-axis-unit = { $name }، { $unit }
chart-axis-both = { $score } · { $cost }
chart-unit-percent = نسبة مئوية
chart-unit-elo = إيلو
chart-unit-minutes = دقائق
chart-unit-dollars = دولار
chart-rail-api = بلا سعر
chart-rail-other-basis = بلا هذه التكلفة
chart-rail-training = غير معلنة
chart-rail-run = بلا تكلفة تشغيل
chart-key-others = أخرى
chart-key-open = أوزان مفتوحة
chart-key-closed = عبر الواجهة البرمجية فقط
chart-key-access-unknown = الإتاحة غير مذكورة
chart-key-likely = أرقام مرجّحة
chart-key-unsure = أرقام تخمينية
chart-key-later = صدرت لاحقًا
chart-key-interval = فاصل النتيجة
chart-key-compute = { $value } عملية حسابية للتدريب
chart-key-chips = { $value } شريحة
chart-key-size-unknown = الحجم غير معروف
chart-key-fit = خط ملائم
chart-key-fit-interval = فاصل 95٪ لمتوسطه
chart-number-power = {"\u2066"}{ $number } × 10{ $power }{"\u2069"}
chart-scale-log = مقياس لوغاريتمي
chart-scale-logit = مقياس لوجيت
chart-basis-cloud-rental = استئجار الأجهزة
chart-basis-amortised = ما استُهلك من الأجهزة مع الطاقة
chart-basis-acquisition = شراء كل الأجهزة
chart-basis-lower-bound = حد أدنى
chart-basis-upper-bound = حد أعلى
chart-basis-part = جزء من التدريب
chart-basis-reported = معلنة
chart-basis-estimated = مقدّرة
chart-basis-unstated = أساس غير مذكور
chart-key-later-price = سعر بتاريخ لاحق
chart-legend-more = { $count } من العلامات الأخرى تُشرح في نافذة أكبر
chart-key-frontier-in-force = لا نموذج صدر وعُرف سعره حتى { $date } يحقق نتيجة أعلى بتكلفة أقل
chart-key-frontier = لا نموذج صدر حتى { $date } يحقق نتيجة أعلى بتكلفة أقل
chart-key-frontier-before = كذلك في { $date }
chart-key-frontier-in-force-short = الأفضل مقابل التكلفة المعروفة في { $date }
chart-key-frontier-short = الأفضل مقابل التكلفة، { $date }
chart-key-frontier-before-short = في { $date }
chart-key-bare = لا متسع لها بجانب نقاطها: { $names }
chart-key-number = { $number }{"\u00A0"}{ $name }
chart-key-rail = لا متسع لها بجانب الشريط: { $names }
chart-key-more =
    { PLURAL($more) ->
        [zero] { $names }
        [one] { $names }{"\u00A0"}· وواحد غيرها: أشر إليه
        [two] { $names }{"\u00A0"}· واثنان غيرها: أشر إليهما
        [few] { $names }{"\u00A0"}· و{ $more } غيرها: أشر إليها
        [many] { $names }{"\u00A0"}· و{ $more } غيرها: أشر إليها
       *[other] { $names }{"\u00A0"}· و{ $more } غيرها: أشر إليها
    }
chart-key-unnamed =
    { PLURAL($count) ->
        [zero] ولا نموذج بلا اسم
        [one] ونموذج واحد بلا اسم
        [two] ونموذجان بلا اسم
        [few] و{ $count } نماذج بلا اسم
        [many] و{ $count } نموذجًا بلا اسم
       *[other] و{ $count } نموذج بلا اسم
    }
chart-key-more-print =
    { PLURAL($more) ->
        [zero] { $names }
        [one] { $names }{"\u00A0"}· وواحد غيرها
        [two] { $names }{"\u00A0"}· واثنان غيرها
        [few] { $names }{"\u00A0"}· و{ $more } غيرها
        [many] { $names }{"\u00A0"}· و{ $more } غيرها
       *[other] { $names }{"\u00A0"}· و{ $more } غيرها
    }

# The card of a model.
chart-card-open-weights = أوزان مفتوحة
chart-card-closed-weights = أوزان مغلقة
chart-card-not-disclosed = غير معلن
chart-card-input-output = المدخلات / المخرجات
chart-card-price-date = سعر بتاريخ
chart-card-chips = الرقائق
chart-card-accessibility = الإتاحة
chart-card-certainty = درجة اليقين
chart-card-source = المصدر
chart-card-interval = { $value } (من { $low } إلى { $high })
chart-card-count = – { $method } ({ $basis })
chart-card-count-of = – { $remark }: { $method } ({ $basis })
chart-card-reported-cost = تكلفة التدريب المعلنة قبل الافتتاح
chart-card-reported-cost-of = المعلن عن { $subject }، تكلفة التدريب
chart-card-reported-chips = الرقائق المعلنة قبل الافتتاح
chart-card-reported-chips-of = المعلن عن { $subject }، الرقائق
chart-bound-about = نحو { $value }
chart-bound-at-least = { $value } أو أكثر
chart-bound-at-most = حتى { $value }

# Titles.
chart-moved-fell = تراجع { $name } بنسبة { $percent }
chart-moved-rose = ارتفاع { $name } بنسبة { $percent }
chart-moved-flat = استقرار { $name } دون تغيير
chart-title-empty = لا توجد أسعار مفتوحة
chart-title-on = { $moved } في { $date }
chart-title-event = { $moved } في { $date } ({ $event })
chart-title-in = { $moved } في { $date }
chart-title-event-in = { $moved } في { $date } ({ $event })
chart-title-two = { $first }؛ { $second }
chart-title-no-move = لا يمكن قياس أي تحرك في { $date }
chart-title-between = { $moved } من { $from } إلى { $to }
chart-title-range = الأسعار من { $from } إلى { $to }
chart-title-study = { $first }: { $finding }
chart-finding-abnormal = غير الطبيعي منه { $abnormal }، { $rank }
chart-finding-within = ضمن ما يفسّره السوق
chart-finding-usual = ضمن عوائده المعتادة
chart-finding-unclear = غير الطبيعي منه { $abnormal }، ولا يتضح أهو مصادفة
chart-score-of = نتيجة { $name }
chart-title-models-in-force = أفضل { $scored } مقابل { $cost } المعروف في { $date }: { $names }
chart-title-models = أفضل { $scored } مقابل { $cost } في { $date }: { $names }
chart-title-models-count =
    { PLURAL($count) ->
        [zero] لم يحقق أي نموذج أفضل { $scored } مقابل { $cost } في { $date }
        [one] نموذج واحد حقق أفضل { $scored } مقابل { $cost } في { $date }
        [two] نموذجان حققا أفضل { $scored } مقابل { $cost } في { $date }
        [few] { $count } نماذج حققت أفضل { $scored } مقابل { $cost } في { $date }
        [many] { $count } نموذجًا حققت أفضل { $scored } مقابل { $cost } في { $date }
       *[other] { $count } نموذج حققت أفضل { $scored } مقابل { $cost } في { $date }
    }

# Words of the user's that cannot be filled.
chart-words-unknown = لا توجد معلومة باسم «{ $name }» في «{ $text }». المعلومات هي: { $known }، وكذلك series.ID.name و.move و.moved و.percent.
chart-words-missing = ليست في هذه البيانات معلومة «{ $name }» التي يطلبها «{ $text }».
chart-words-brace = قوس معقوف وحيد في «{ $text }». تُكتب المعلومة هكذا: {"{"}index.move{"}"}، ويُكتب القوس نفسه مرتين.

# Subtitles.
chart-sentence-percent = التغيّر منذ إغلاق { $date }
chart-sentence-percent-first = التغيّر منذ { $date }، أول جلسة معروضة
chart-sentence-hundred = إغلاق { $date } = { 100 }
chart-sentence-hundred-first = أول جلسة معروضة، { $date } = { 100 }
chart-sentence-percent-row = التغيّر منذ { $date }، أول صف معروض
chart-sentence-hundred-row = أول صف معروض، { $date } = { 100 }
chart-sentence-note = { $sentence }. { $note }
chart-sentence-price-in = أسعار الإغلاق بعملة { $currency }
chart-sentence-price = أسعار الإغلاق، كلٌّ بعملته
chart-sentence-study = { $market }؛ وفي الأسفل العوائد غير الطبيعية لـ{ $name } مع فترة الثقة { $share } لمجموعها
chart-sentence-moves = إغلاق جلسة الحدث مقارنة بآخر إغلاق قبلها، { $date }
chart-sentence-models = { $scored } مقابل { $cost } (مقياس لوغاريتمي)
chart-sentence-models-scaled = { $scored } ({ $scale }) مقابل { $cost } (مقياس لوغاريتمي)
chart-sentence-pair = { $market }، و{ $models }

# Source and note.
chart-source-file = { $file } ({ $vendor })
chart-source-prices = الأسعار: { $files }.
chart-source-sides = الأرقام المعلنة وأعداد الأسهم: { $files }.
chart-source-models = النماذج: { $files }.
chart-source-sample = عيّنة بيانات Richter؛ مصدر كل رقم مذكور في SOURCES.md.
chart-note-base = الأساس: آخر إغلاق لكل سلسلة قبل جلسة الحدث في بورصتها.
chart-note-base-first = الأساس: أول جلسة معروضة لكل سلسلة؛ لم يُحدَّد حدث.
chart-note-base-row = الأساس: أول صف معروض لكل سلسلة؛ الصفوف بلا تواريخ، فلا حدث فيها.
chart-note-undated = لم تُرسم لأنها بلا تواريخ: { $names }.
chart-note-closes-rows = أسعار الإغلاق كما في الملفات؛ تصل الخطوط بين الصفوف المتجاورة.
chart-note-closes = أسعار الإغلاق كما جرى تداولها، غير معدّلة للتوزيعات؛ تصل الخطوط بين جلسات بورصتها.
chart-note-closes-adjusted = أسعار الإغلاق معدّلة كما في ملفاتها، لا كما جرى تداولها؛ تصل الخطوط بين جلسات بورصتها.
chart-note-closes-mixed = أسعار الإغلاق كما جرى تداولها، غير معدّلة للتوزيعات، إلا ما لا تحوي ملفاته سوى المعدّلة ({ $names })؛ تصل الخطوط بين جلسات بورصتها.
chart-note-returns = مستويات مركّبة من العوائد الواردة في الملفات، وتساوي 100 قبل أولها: { $names }.
chart-note-without-base = بلا تحرك يمكن قياسه عند الحدث: { $names }.
chart-value-later = القيمة السوقية على أعداد أسهم بتاريخ بعد الأساس (*): { $names }.
chart-value-currency = تجمع القيمة السوقية مبالغ { $currency } وحدها، من دون { $names }.
chart-value-no-currency = تجمع القيمة السوقية أسعارًا لا تُعرف عملتها وحدها، من دون { $names }.
chart-value-withheld = حُجبت القيمة السوقية بسبب قفزة بين تاريخ عدد الأسهم والحدث تشبه تجزئة الأسهم: { $names }.
chart-note-joined = الجديد بين الأفضل مقابل التكلفة منذ { $date }: { $names }.
chart-note-left = لم يعد بينها: { $names }.
chart-note-tokens = تستهلك نماذج التفكير رموزًا أكثر، وهذا لا يظهر في سعر الرمز.
chart-note-tokens-run = تستهلك نماذج التفكير رموزًا أكثر، وهذا لا يظهر في سعر الرمز بل في تكلفة تشغيل الاختبار.
chart-note-basis = تكاليف التدريب: { $basis }.
chart-note-bases = تكاليف التدريب محسوبة على أسس مختلفة، لكل أساس علامته، فلا يُرسم حد للأفضل عبرها: { $names }.
chart-note-other-basis = بتكلفة على أساس آخر فقط: { $names }.
chart-note-later-prices = العلامة المفرغة: سعر بتاريخ لاحق لتاريخ { $date } ({ $names }).
chart-note-in-force = دون الأسعار اللاحقة يكون الأفضل مقابل التكلفة: { $names }.
chart-note-in-force-none = دون الأسعار اللاحقة لا يبقى منها شيء.
chart-note-later-models = صدرت بعد { $date }: { $names }.
chart-note-no-dates = لا تاريخ إصدار لأي نموذج، فلا حد للأفضل.
chart-note-undated-models = بلا تاريخ إصدار، فليست بين الأفضل مقابل التكلفة: { $names }.
chart-note-no-logit = يحتاج مقياس لوجيت إلى نسب؛ هذه النتيجة على مقياس خطي.
chart-note-off-scale = لا مكان لها على هذا المقياس: { $names }.
chart-note-no-fit = لا يمكن رسم خط ملائم: يلزم ثلاثة نماذج بتكاليف مختلفة.
chart-note-fit-logarithm =
    { $count ->
        [zero] الخط: المربعات الصغرى للوغاريتم النتيجة على لوغاريتم التكلفة، بلا نماذج، R² { $share }؛ ملاءمة لا توقّع.
        [one] الخط: المربعات الصغرى للوغاريتم النتيجة على لوغاريتم التكلفة، نموذج واحد، R² { $share }؛ ملاءمة لا توقّع.
        [two] الخط: المربعات الصغرى للوغاريتم النتيجة على لوغاريتم التكلفة، نموذجان، R² { $share }؛ ملاءمة لا توقّع.
        [few] الخط: المربعات الصغرى للوغاريتم النتيجة على لوغاريتم التكلفة، { $count } نماذج، R² { $share }؛ ملاءمة لا توقّع.
        [many] الخط: المربعات الصغرى للوغاريتم النتيجة على لوغاريتم التكلفة، { $count } نموذجًا، R² { $share }؛ ملاءمة لا توقّع.
       *[other] الخط: المربعات الصغرى للوغاريتم النتيجة على لوغاريتم التكلفة، { $count } نموذج، R² { $share }؛ ملاءمة لا توقّع.
    }
chart-note-fit-logit =
    { $count ->
        [zero] الخط: المربعات الصغرى للوغاريتم الأرجحية للنتيجة على لوغاريتم التكلفة، بلا نماذج، R² { $share }؛ ملاءمة لا توقّع.
        [one] الخط: المربعات الصغرى للوغاريتم الأرجحية للنتيجة على لوغاريتم التكلفة، نموذج واحد، R² { $share }؛ ملاءمة لا توقّع.
        [two] الخط: المربعات الصغرى للوغاريتم الأرجحية للنتيجة على لوغاريتم التكلفة، نموذجان، R² { $share }؛ ملاءمة لا توقّع.
        [few] الخط: المربعات الصغرى للوغاريتم الأرجحية للنتيجة على لوغاريتم التكلفة، { $count } نماذج، R² { $share }؛ ملاءمة لا توقّع.
        [many] الخط: المربعات الصغرى للوغاريتم الأرجحية للنتيجة على لوغاريتم التكلفة، { $count } نموذجًا، R² { $share }؛ ملاءمة لا توقّع.
       *[other] الخط: المربعات الصغرى للوغاريتم الأرجحية للنتيجة على لوغاريتم التكلفة، { $count } نموذج، R² { $share }؛ ملاءمة لا توقّع.
    }
chart-note-in-force-only = يحسب الحد الأسعار السارية حتى { $date } فقط، فلا تقع عليه نماذج سعرها بتاريخ لاحق.
chart-note-bases-first = ومن نموذج له تكاليف على عدة أسس يُرسم أول ما تعطيه الملفات.
chart-note-fit =
    { $count ->
        [zero] الخط: المربعات الصغرى للنتيجة على لوغاريتم التكلفة، بلا نماذج، R² { $share }؛ ملاءمة لا توقّع.
        [one] الخط: المربعات الصغرى للنتيجة على لوغاريتم التكلفة، نموذج واحد، R² { $share }؛ ملاءمة لا توقّع.
        [two] الخط: المربعات الصغرى للنتيجة على لوغاريتم التكلفة، نموذجان، R² { $share }؛ ملاءمة لا توقّع.
        [few] الخط: المربعات الصغرى للنتيجة على لوغاريتم التكلفة، { $count } نماذج، R² { $share }؛ ملاءمة لا توقّع.
        [many] الخط: المربعات الصغرى للنتيجة على لوغاريتم التكلفة، { $count } نموذجًا، R² { $share }؛ ملاءمة لا توقّع.
       *[other] الخط: المربعات الصغرى للنتيجة على لوغاريتم التكلفة، { $count } نموذج، R² { $share }؛ ملاءمة لا توقّع.
    }
chart-release-outside = العلامة «{ $which }» خارج المعروض، فلم تُرسم.
chart-release-unnamed = لا تجد الكلمات «{ $which }» مكانًا خاليًا في هذا المقاس، فرُسم خطها بلا كلمات.
chart-release = إصدار { $names }
chart-frontier-date = النماذج حتى هذا اليوم
chart-compare = { $first } مقابل { $second }: { $facts }
chart-compare-part = {"\u2066"}1/{ $number }{"\u2069"} من { $cost }
chart-compare-times = { $number } أضعاف { $cost }
chart-compare-output = سعر المخرجات
chart-compare-input = سعر المدخلات
chart-compare-blended = السعر الممزوج
chart-compare-training = تكلفة التدريب
chart-compare-run = تكلفة تشغيل الاختبار
chart-compare-up = {"\u2066"}+{ $number }{"\u2069"}
chart-compare-score = { $difference } في { $score }
chart-compare-score-overlap = { $difference } في { $score } (الفاصلان متداخلان)
chart-compare-score-apart = { $difference } في { $score } (الفاصلان منفصلان)
chart-note-no-score =
    { PLURAL($count) ->
        [zero] لم يُستبعد أي نموذج.
        [one] استُبعد نموذج واحد بلا هذه النتيجة.
        [two] استُبعد نموذجان بلا هذه النتيجة.
        [few] استُبعدت { $count } نماذج بلا هذه النتيجة.
        [many] استُبعد { $count } نموذجًا بلا هذه النتيجة.
       *[other] استُبعد { $count } نموذج بلا هذه النتيجة.
    }

# For readers who do not see the figure.
chart-alt-market =
    { PLURAL($count) ->
        [zero] رسم خطي بلا سلاسل من { $from } إلى { $to }.
        [one] رسم خطي لسلسلة واحدة من { $from } إلى { $to }.
        [two] رسم خطي لسلسلتين من { $from } إلى { $to }.
        [few] رسم خطي لـ{ $count } سلاسل من { $from } إلى { $to }.
        [many] رسم خطي لـ{ $count } سلسلة من { $from } إلى { $to }.
       *[other] رسم خطي لـ{ $count } سلسلة من { $from } إلى { $to }.
    }
chart-alt-move = { $name } { $change }
chart-alt-study =
    { PLURAL($count) ->
        [zero] وتحتها العوائد غير الطبيعية لـ{ $name } من { $from } إلى { $to }.
        [one] وتحتها العائد غير الطبيعي لـ{ $name } في جلسة واحدة من { $from } إلى { $to }.
        [two] وتحتها العوائد غير الطبيعية لـ{ $name } في جلستين من { $from } إلى { $to }.
        [few] وتحتها العوائد غير الطبيعية لـ{ $name } في { $count } جلسات من { $from } إلى { $to }.
        [many] وتحتها العوائد غير الطبيعية لـ{ $name } في { $count } جلسة من { $from } إلى { $to }.
       *[other] وتحتها العوائد غير الطبيعية لـ{ $name } في { $count } جلسة من { $from } إلى { $to }.
    }
chart-alt-total = { $total }.
chart-alt-moves = التحركات في { $date }: { $moves }.
chart-alt-moves-in = التحركات في { $date }: { $moves }.
chart-alt-models =
    { PLURAL($count) ->
        [zero] رسم انتشار بلا نماذج، { $scored } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
        [one] رسم انتشار لنموذج واحد، { $scored } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
        [two] رسم انتشار لنموذجين، { $scored } من { $low } إلى { $high }؛ منهما { $priced } بتكلفة معلنة.
        [few] رسم انتشار لـ{ $count } نماذج، { $scored } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
        [many] رسم انتشار لـ{ $count } نموذجًا، { $scored } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
       *[other] رسم انتشار لـ{ $count } نموذج، { $scored } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
    }
chart-alt-frontier = لم يحقق أي نموذج نتيجة أعلى بتكلفة أقل من هذه: { $names }.

chart-alt-table =
    { PLURAL($count) ->
        [zero] جدول بلا سلاسل من { $from } إلى { $to }.
        [one] جدول لسلسلة واحدة من { $from } إلى { $to }.
        [two] جدول لسلسلتين من { $from } إلى { $to }.
        [few] جدول لـ{ $count } سلاسل من { $from } إلى { $to }.
        [many] جدول لـ{ $count } سلسلة من { $from } إلى { $to }.
       *[other] جدول لـ{ $count } سلسلة من { $from } إلى { $to }.
    }
chart-end-dated = { $name }، { $date }
chart-note-grey =
    { PLURAL($count) ->
        [zero] لا خطوط رمادية.
        [one] الخط الرمادي سلسلة أخرى.
        [two] الخطان الرماديان سلسلتان أخريان.
        [few] الخطوط الرمادية { $count } سلاسل أخرى.
        [many] الخطوط الرمادية { $count } سلسلة أخرى.
       *[other] الخطوط الرمادية { $count } سلسلة أخرى.
    }

chart-readout-more =
    { PLURAL($count) ->
        [zero] ولا سلسلة أخرى
        [one] وسلسلة أخرى
        [two] وسلسلتان أخريان
        [few] و{ $count } سلاسل أخرى
        [many] و{ $count } سلسلة أخرى
       *[other] و{ $count } سلسلة أخرى
    }

# A theme file that cannot be used: the place, the key, what stands there, what may stand there.
chart-theme-syntax = { $path }، السطر { $line }، العمود { $column }: هذا ليس نص TOML صحيحًا: { $reason }
chart-theme-unknown = { $path }، السطر { $line }، العمود { $column }: لا مفتاح باسم «{ $key }»؛ المفاتيح المعروفة هنا: { $names }
chart-theme-no-section = { $path }، السطر { $line }، العمود { $column }: «{ $key }» قسم، ويُكتب [{ $key }] في سطر وحده
chart-theme-no-text = { $path }، السطر { $line }، العمود { $column }: قيمة «{ $key }» هي { $found }، والمطلوب نص بين علامتي تنصيص
chart-theme-no-colour = { $path }، السطر { $line }، العمود { $column }: قيمة «{ $key }» هي { $found }، والمطلوب لون مثل "#1B6FB3"
chart-theme-no-list = { $path }، السطر { $line }، العمود { $column }: قيمة «{ $key }» هي { $found }، والمطلوب قائمة بين قوسين مربعين
chart-theme-no-number = { $path }، السطر { $line }، العمود { $column }: قيمة «{ $key }» هي { $found }، والمطلوب عدد من { $least } إلى { $most }
chart-theme-no-name = { $path }، السطر { $line }، العمود { $column }: قيمة «{ $key }» هي { $found }، والمطلوب واحد من: { $names }
chart-theme-no-file = { $path }، السطر { $line }، العمود { $column }: قيمة «{ $key }» هي { $found }، والمطلوب اسم ملف في مجلد السمة
chart-theme-too-few =
    { $count ->
        [zero] { $path }، السطر { $line }، العمود { $column }: لا عناصر في «{ $key }»، والمطلوب { $least } على الأقل
        [one] { $path }، السطر { $line }، العمود { $column }: في «{ $key }» عنصر واحد، والمطلوب { $least } على الأقل
        [two] { $path }، السطر { $line }، العمود { $column }: في «{ $key }» عنصران، والمطلوب { $least } على الأقل
        [few] { $path }، السطر { $line }، العمود { $column }: في «{ $key }» { $count } عناصر، والمطلوب { $least } على الأقل
        [many] { $path }، السطر { $line }، العمود { $column }: في «{ $key }» { $count } عنصرًا، والمطلوب { $least } على الأقل
       *[other] { $path }، السطر { $line }، العمود { $column }: في «{ $key }» { $count } عنصر، والمطلوب { $least } على الأقل
    }
chart-theme-contrast = { $path }، السطر { $line }، العمود { $column }: تباين «{ $key }» { $color } مع «{ $ground-key }» { $ground } هو { $ratio }:1 فقط، والمطلوب { $least }:1 ليُقرأ

# What finds no room in a figure of the size that was asked for.
chart-misfit-words = تحتاج الكلمات فوق الرسم وتحته إلى ارتفاع { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر أو كلمات أقل.
chart-misfit-title = يحتاج العنوان كاملًا إلى ارتفاع { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر أو كلمات أقل.
chart-misfit-heading = تحتاج عناوين الأقسام إلى ارتفاع { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر.
chart-misfit-event-name = يحتاج اسم الحدث إلى عرض { $needs }، والمقاس يترك { $leaves } بجانب خطه. اختر مقاسًا أكبر أو اسمًا أقصر.
chart-misfit-end-names = لا مكان لأسماء هذه الخطوط: { $names }. تحتاج إلى عرض { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر أو سلاسل أقل.
chart-misfit-end-name-rows = لا مكان لأسماء هذه الخطوط: { $names }. تحتاج إلى ارتفاع { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر أو سلاسل أقل.
chart-misfit-plot-width = تحتاج الخطوط والنقاط إلى عرض { $needs }، والمقاس يترك { $leaves } بجانب الكلمات. اختر مقاسًا أكبر.
chart-misfit-plot-height = تحتاج الخطوط والنقاط إلى ارتفاع { $needs }، والمقاس يترك { $leaves } بين الكلمات. اختر مقاسًا أكبر.
chart-misfit-bars = تحتاج الأعمدة إلى ارتفاع { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر.
chart-misfit-bar-names = تحتاج الأعمدة بأسمائها وقيمها إلى عرض { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر.
chart-misfit-rows = تحتاج صفوف الجدول إلى ارتفاع { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر.
chart-misfit-columns = تحتاج أعمدة الجدول إلى عرض { $needs }، والمقاس يترك { $leaves }. اختر مقاسًا أكبر.
chart-misfit-annotation = لا تجد كلمات الملاحظة { $which } مكانًا خاليًا في الرسم. اختر مقاسًا أكبر أو كلمات أقل أو مكانًا آخر.
chart-cut-subtitle = لا يتسع هذا المقاس للعنوان الفرعي، فلم يُكتب: «{ $rest }»
chart-cut-note = لا يتسع هذا المقاس للملاحظة كلها، فلم يُكتب ما يبدأ بـ: «{ $rest }»
chart-cut-source = لا يتسع هذا المقاس للمصادر كلها، فلم يُكتب ما يبدأ بـ: «{ $rest }»
chart-cut-byline = لا يتسع هذا المقاس لأسماء المعدّين كلها، فلم يُكتب ما يبدأ بـ: «{ $rest }»
chart-annotation-outside = تقع الملاحظة { $which } خارج ما يعرضه الرسم، فلم تُرسم.
chart-annotation-arrow-outside = ينتهي سهم الملاحظة { $which } خارج ما يعرضه الرسم، فلم يُرسم السهم.
chart-annotation-elsewhere = الملاحظة { $which } تخص رسمًا ليس في هذا الشكل، فلم تُرسم.

# The windows of the study in a chart, and the panel of abnormal returns.
chart-band-estimation = نافذة التقدير: { $count } عائدًا من { $first } إلى { $last }
chart-band-estimation-short = نافذة التقدير
chart-band-estimation-word = التقدير
chart-band-event = نافذة الحدث من { $from } إلى { $to }: من { $first } إلى { $last }
chart-band-event-one = نافذة الحدث: { $date }
chart-band-event-short = نافذة الحدث
chart-panel-heading-market = العائد غير الطبيعي لكل جلسة: ما لا يتوقعه نموذج السوق على { $index }
chart-panel-heading-adjusted = العائد غير الطبيعي لكل جلسة: عائده ناقصًا عائد { $index }
chart-panel-heading-mean = العائد غير الطبيعي لكل جلسة: عائده ناقصًا متوسط عوائده
chart-panel-heading = العائد غير الطبيعي لكل جلسة
chart-panel-heading-short = العوائد غير الطبيعية
chart-panel-ar = غير الطبيعي { $value }
chart-panel-car = المجموع { $value }
chart-panel-rank-first = الأكبر بين { $compared } جلسة
chart-panel-rank-later = الترتيب { $rank } من { $compared } من حيث الحجم
chart-panel-interval = فترة { $share }: من { $low } إلى { $high }
chart-panel-none = لا دراسة حدث لـ{ $name }: { $why }.

# The event study in sentences.
chart-p-below = أقل من { $p }
chart-verdict-abnormal = { $moved }؛ { $expected }؛ غير الطبيعي منه { $abnormal }، { $rank }، والقيمة الاحتمالية بالترتيب { $prank }.
chart-verdict-within = { $moved }، وهو ضمن ما يفسّره السوق ({ $expected }؛ غير الطبيعي منه { $abnormal })، والقيمة الاحتمالية بالترتيب { $prank }.
chart-verdict-usual = { $moved }، وهو ضمن عوائدها المعتادة ({ $expected }؛ غير الطبيعي منه { $abnormal })، والقيمة الاحتمالية بالترتيب { $prank }.
chart-verdict-unclear = { $moved }؛ { $expected }؛ غير الطبيعي منه { $abnormal }، { $rank }: غير واضح، إذ تختلف القيمة الاحتمالية بالترتيب { $prank } عن القيمة الاحتمالية { $p }.
chart-verdict-index = { $moved }؛ وهو المؤشر الذي تُقاس عليه البقية.
chart-verdict-no-scatter = { $moved }؛ ولا تشتّت لعوائده حول النموذج، فلا شيء يدل على مدى ندرة ذلك.
chart-verdict-window = { $verdict } { $window }
chart-verdict-car = مجموع العوائد غير الطبيعية للجلسات من { $from } إلى { $to } هو { $car } (مجال الثقة { 95 }٪: من { $low } إلى { $high }).
chart-verdict-car-abnormal = وعلى الجلسات من { $from } إلى { $to } مجموع العوائد غير الطبيعية { $car } (مجال الثقة { 95 }٪: من { $low } إلى { $high })، والقيمة الاحتمالية { $p }: النافذة في مجملها غير طبيعية.
chart-verdict-car-within = وعلى الجلسات من { $from } إلى { $to } مجموع العوائد غير الطبيعية { $car } (مجال الثقة { 95 }٪: من { $low } إلى { $high })، والقيمة الاحتمالية { $p }: النافذة في مجملها ضمن ما يتوقعه النموذج.
chart-expected-market = مع معامل بيتا { $beta } يفسّر السوق { $points } نقطة مئوية
chart-expected-market-against = مع معامل بيتا { $beta } كان السوق ليعني { $points } نقطة مئوية
chart-expected-adjusted = تحرك المؤشر { $points } نقطة مئوية
chart-expected-mean = متوسط عائده { $points } نقطة مئوية
chart-rank-first = وهو الأكبر بين الجلسات المقارنة وعددها { $compared }
chart-rank-later = وترتيبه { $rank } من حيث الحجم بين الجلسات المقارنة وعددها { $compared }
chart-withheld-no-event = لم يُحدَّد حدث
chart-withheld-undated = أسعاره بلا تواريخ
chart-withheld-before-all = أولى جلساته { $date }، بعد الحدث
chart-withheld-after-all = آخر جلساته { $date }، قبل الحدث
chart-withheld-far = لا جلسة له قرب الحدث؛ والتالية { $date }
chart-withheld-no-index = لا مؤشر مفتوحًا؛ اختر مؤشرًا أو نموذج المتوسط الثابت
chart-withheld-flat-index = عائد المؤشر واحد في كل جلسات نافذة التقدير، فلا معامل بيتا
chart-withheld-no-returns = العوائد أقل مما يلزم النموذج
chart-withheld-coarser = خطوة المؤشر أطول، فلا شيء يقول ما فعله في تلك الجلسة
chart-withheld-index-gap = لا جلسة للمؤشر في { $date }
chart-withheld-short = تنتهي البيانات في { $date } قبل نهاية نافذة الحدث
chart-withheld-too-few = لا يسبق الحدث سوى { $found } من { $asked } عائدًا؛ قصّر نافذة التقدير أو الفجوة
chart-withheld-not-positive = لا عائد لسعر صفري أو سالب في { $date }
chart-withheld-index-not-positive = لا عائد لسعر صفري أو سالب للمؤشر في { $date }
chart-withheld-split = القفزة في { $date } تشبه تجزئة أسهم بنسبة { $ratio }؛ بيّن هل هي كذلك
chart-withheld-index-split = قفزة المؤشر في { $date } تشبه تجزئة بنسبة { $ratio }؛ بيّن هل هي كذلك
chart-refused-window = تنتهي نافذة الحدث قبل أن تبدأ.
chart-refused-gap = تصل نافذة التقدير إلى الحدث: أطِل الفجوة.
chart-refused-long = نافذة أو فجوة أطول من { 5000 } جلسة.
chart-refused-level = يقع مستوى الدلالة فوق { 0 } ودون { 1 }.
chart-refused-estimation = تحتاج نافذة التقدير في هذا النموذج إلى { $least } من العوائد أو أكثر.
chart-study-ratio = { $new }:{ $old }
chart-study-market = نموذج السوق على { $index }
chart-study-adjusted = العوائد مطروحًا منها عوائد { $index }
chart-study-mean = نموذج المتوسط الثابت، جلسات { $index }
chart-study-mean-alone = نموذج المتوسط الثابت
chart-study-simple = البسيطة
chart-study-log = اللوغاريتمية
chart-study-model = { $model }: عدد العوائد { $returns } { $count } من { $first } إلى { $last }، والجلسات المتروكة { $gap }، ونافذة الحدث من { $from } إلى { $to }.
chart-study-few = التقدير على { $count } من العوائد تقريبي: المعتاد { 30 } أو أكثر.
chart-study-of = { $names }: { $remark }.
chart-study-more = { $names } و{ $more } غيرها
chart-study-session-after = لا جلسة في تاريخ الحدث، والتالية { $date }
chart-study-session-before = لا جلسة في تاريخ الحدث، والسابقة { $date }
chart-study-session-closed = كانت جلسة تاريخ الحدث قد أُغلقت، والتالية { $date }
chart-study-session-common = لا جلسة للمؤشر في ذلك اليوم، وأول جلسة لهما معًا { $date }
chart-study-bar = جلستها { $days }، وهي من أيام عدة
chart-study-base-far =
    { PLURAL($days) ->
        [zero] آخر إغلاق لها قبل الجلسة، وهو الأساس، في { $date }، قبلها بأقل من يوم
        [one] آخر إغلاق لها قبل الجلسة، وهو الأساس، في { $date }، قبلها بيوم واحد
        [two] آخر إغلاق لها قبل الجلسة، وهو الأساس، في { $date }، قبلها بيومين
        [few] آخر إغلاق لها قبل الجلسة، وهو الأساس، في { $date }، قبلها بـ { $days } أيام
        [many] آخر إغلاق لها قبل الجلسة، وهو الأساس، في { $date }، قبلها بـ { $days } يومًا
       *[other] آخر إغلاق لها قبل الجلسة، وهو الأساس، في { $date }، قبلها بـ { $days } يوم
    }
chart-study-exchange-ending = نهاية رمزها .{ $ending } تُعدّ بورصتها، بساعات { $zone }
chart-study-date-only = وقت إغلاق البورصة غير معروف، فلا يُعتد إلا بتاريخ الحدث
chart-study-no-scatter = لا تشتّت لعوائده حول النموذج، فلا إحصاءة t ولا قيمة احتمالية
chart-study-split = { $name }: حُسبت الأسعار قبل { $date } على تجزئة بنسبة { $ratio }.
chart-study-no-split = { $name }: عُدّت القفزة في { $date } تحركًا لا تجزئة.
chart-study-adjusted-close = { $name }: في { $date } تحرك الإغلاق { $raw }، والإغلاق المعدّل للتوزيعات والتجزئة { $adjusted }؛ والعوائد غير الطبيعية على المعدّل.
chart-study-chance = من { $count } سلسلة عند مستوى { $level } يجتاز نحو { $chance } بمحض الصدفة.
chart-study-clustered = تشترك الأسهم كلها وعددها { $count } في تاريخ واحد وتتحرك معًا (متوسط ارتباط عوائدها غير الطبيعية { $rbar }): اقرأ الاختبارات المعدّلة واختبار الاعتماد الخام، لا غير المعدّلة وحدها.

# Market value in sentences.
chart-worth-total = القيمة السوقية لمُصدري الأسهم المعروفة أعداد أسهمهم، وعددهم { $counted } من { $of }: { $total }.
chart-worth-total-unknown = القيمة السوقية لمُصدري الأسهم المعروفة أعداد أسهمهم، وعددهم { $counted } من { $of }: { $total } بعملة أسعارهم التي لا يذكرها أي ملف.
chart-worth-abnormal = منها { $abnormal } غير طبيعي.
chart-worth-later = { $name }: عدد الأسهم بتاريخ { $date }، بعد الأساس؛ ولا يُعرف عدد أسبق.
chart-worth-withheld = { $name }: حُجبت القيمة السوقية؛ فعدد الأسهم بتاريخ { $count }، والقفزة في { $date } بينهما تشبه تجزئة.
chart-worth-other-currency = أسعار بعملة أخرى، ليست في أي مجموع: { $names }.
chart-worth-differs = تختلف المجاميع المنشورة للخسارة الواحدة باختلاف عدد الأسهم المأخوذ، والسعر (الإغلاق الرسمي أو سعر مبكر)، ومن تشملهم.
chart-worth-other-count = { $name }: { $sum } بعدد { $taken }؛ و{ $other } بعدد { $date }.
chart-universe-all = كل الإدراجات في { $file } وعددها { $listings }: { $change } ({ $share }).
chart-universe-exchange = بورصة { $name }، عدد الإدراجات { $listings }: { $change } ({ $share }).
chart-universe-sector = قطاع { $name }، عدد الإدراجات { $listings }: { $change } ({ $share }).
chart-universe-members = أعضاء القائمة، عدد الإدراجات { $listings }: { $change } ({ $share }).
chart-universe-left-out = ليس في هذه المجاميع: خطوط ثانية لمُصدر واحد { $duplicates }، وإدراجات تنقصها قيمة { $without }.
chart-universe-missing = أعضاء لا يدرجهم الملف: { $names }.
chart-universe-reported = المعلن قبل الافتتاح عن { $subject }: { $sum } على المحك.
