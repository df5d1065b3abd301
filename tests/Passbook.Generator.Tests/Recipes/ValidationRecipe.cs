using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class ValidationRecipe
{
    [Fact]
    public void Problems_before_a_phone_sees_them()
    {
        var (pass, assets, signer) = (Samples.StoreCard with { AuthenticationToken = "short" }, Samples.Assets, Development.Signer);
        var told = new StringWriter();

        // recipe
        var problems = PassValidator.Validate(pass, assets, signer);
        foreach (var problem in problems)
            told.WriteLine($"{problem.Severity} {problem.Path} {problem.Code}: {problem.Message}");
        var mayBeIssued = problems.All(problem => problem.Severity != ProblemSeverity.Error);
        // end

        Assert.False(mayBeIssued);
        Assert.Contains("Error $.authenticationToken token-too-short: ", told.ToString(), StringComparison.Ordinal);
    }
}
