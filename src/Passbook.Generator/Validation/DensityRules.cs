namespace Passbook.Generator;

/// <summary>An image that languages have of their own must be there in the same sizes in each of them.</summary>
internal static class DensityRules
{
    public static void Check(ImageFact[] images, ProblemList problems)
    {
        foreach (var image in images.Where(fact => fact.Name.IsLocalized).GroupBy(fact => fact.Name.Image, StringComparer.Ordinal))
        {
            var all = image.Select(fact => fact.Name.Density).Distinct().Order().ToArray();
            foreach (var language in image.GroupBy(fact => fact.Name.Folder, StringComparer.Ordinal))
            {
                foreach (var missing in all.Except(language.Select(fact => fact.Name.Density)))
                {
                    var file = language.First().Name.At(missing);
                    problems.Warning(file, PassProblemCode.ImageDensitiesDiffer, $"'{file}' is missing, though another language has this size of the image: add it.");
                }
            }
        }
    }
}
