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
chart-row = الصف { $row }
chart-axis-row = الصف

# The moves panel.
chart-moves-heading = تحركات { $date }
chart-moves-heading-after = تحركات { $date } (أول جلسة بعد { $event })
chart-moves-heading-no-event = التحركات في تاريخ الحدث
chart-moves-no-event = اختر تاريخًا: انقر التواريخ أسفل الرسم أو اكتبه في الأعلى.
chart-moves-heading-rows = التحركات
chart-moves-rows = لا تواريخ لهذه الأسعار، فلا يمكن تحديد موضع الحدث فيها.
chart-moves-none = لم يُحدَّد تاريخ
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
chart-cost-run-inside = تكلفة تشغيل الاختبار
chart-axis-api-blended = دولار لكل مليون رمز، مزيج المدخلات والمخرجات (مقياس لوغاريتمي)
chart-axis-api-output = دولار لكل مليون رمز من المخرجات (مقياس لوغاريتمي)
chart-axis-api-input = دولار لكل مليون رمز من المدخلات (مقياس لوغاريتمي)
chart-axis-training = دولار (مقياس لوغاريتمي)
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
chart-rail-training = غير معلنة
chart-rail-run = بلا تكلفة تشغيل
chart-key-others = أخرى
chart-key-open = أوزان مفتوحة
chart-key-estimate = تكلفة مقدّرة
chart-key-later-price = سعر بتاريخ لاحق
chart-key-frontier = لا نموذج صدر حتى { $date } يحقق نتيجة أعلى بتكلفة أقل
chart-key-frontier-before = كذلك في { $date }
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
chart-title-two = { $first }؛ { $second }
chart-title-no-move = لا يمكن قياس أي تحرك في { $date }
chart-title-between = { $moved } من { $from } إلى { $to }
chart-title-range = الأسعار من { $from } إلى { $to }
chart-title-models = أفضل نتائج { $score } مقابل { $cost } في { $date }: { $names }
chart-title-models-count =
    { PLURAL($count) ->
        [zero] لم يحقق أي نموذج أفضل نتيجة في { $score } مقابل { $cost } في { $date }
        [one] نموذج واحد حقق أفضل نتيجة في { $score } مقابل { $cost } في { $date }
        [two] نموذجان حققا أفضل نتيجة في { $score } مقابل { $cost } في { $date }
        [few] { $count } نماذج حققت أفضل نتيجة في { $score } مقابل { $cost } في { $date }
        [many] { $count } نموذجًا حققت أفضل نتيجة في { $score } مقابل { $cost } في { $date }
       *[other] { $count } نموذج حققت أفضل نتيجة في { $score } مقابل { $cost } في { $date }
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
chart-sentence-price = أسعار الإغلاق، كلٌّ بعملته
chart-sentence-moves = إغلاق جلسة الحدث مقارنة بآخر إغلاق قبلها، { $date }
chart-sentence-models = نتيجة { $score } مقابل { $cost } (مقياس لوغاريتمي)
chart-sentence-pair = { $market }، و{ $models }

# Source and note.
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
chart-note-without-base = بلا تحرك يمكن قياسه عند الحدث: { $names }.
chart-note-estimates = العلامة المفرغة: تكلفة تدريب مقدّرة، محسوبة على أسس غير أسس التكاليف المعلنة ({ $names }).
chart-note-later-prices = العلامة المفرغة: سعر بتاريخ لاحق للحدث ({ $names }).
chart-note-later-models = صدرت بعد الحدث: { $names }.
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
chart-alt-total = { $total }.
chart-alt-moves = التحركات في { $date }: { $moves }.
chart-alt-models =
    { PLURAL($count) ->
        [zero] رسم انتشار بلا نماذج لها نتيجة في { $score }، من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
        [one] رسم انتشار لنموذج واحد له نتيجة في { $score }، من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
        [two] رسم انتشار لنموذجين نتيجتاهما في { $score } من { $low } إلى { $high }؛ منهما { $priced } بتكلفة معلنة.
        [few] رسم انتشار لـ{ $count } نماذج نتائجها في { $score } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
        [many] رسم انتشار لـ{ $count } نموذجًا نتائجها في { $score } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
       *[other] رسم انتشار لـ{ $count } نموذج نتائجها في { $score } من { $low } إلى { $high }؛ منها { $priced } بتكلفة معلنة.
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
chart-annotation-outside = تقع الملاحظة { $which } خارج ما يعرضه الرسم، فلم تُرسم.
chart-annotation-arrow-outside = ينتهي سهم الملاحظة { $which } خارج ما يعرضه الرسم، فلم يُرسم السهم.
chart-annotation-elsewhere = الملاحظة { $which } تخص رسمًا ليس في هذا الشكل، فلم تُرسم.
