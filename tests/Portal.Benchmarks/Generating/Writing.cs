using Passbook.Generator;
using Portal.Benchmarks.Signing;

namespace Portal.Benchmarks.Generating;

/// <summary>Passes with nine images, each another pass, written and checked.</summary>
internal sealed class Writing(Issuer issuer, PassAssets images)
{
    private const int MostAllocated = 20_000;
    private const int Passes = 1_000;

    private readonly Pass _pass = SamplePass.Make(1);

    public void Write(long number) => Write(SamplePass.Make(number));

    public void Validate(long number)
    {
        if (PassValidator.Validate(_pass, images, issuer.Signer).Any(problem => problem.Severity == ProblemSeverity.Error))
            throw new InvalidOperationException($"Validation {number} found an error in a pass that has none.");
    }

    /// <summary>How often what a pass allocates, beyond itself and the output, fits into what it may.</summary>
    public Ratio MeasureAllocation()
    {
        Write(_pass);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < Passes; number++)
            Write(_pass);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Passes;
        Console.Error.WriteLine(FormattableString.Invariant($"  generator-allocation: {each:0} of {MostAllocated} bytes"));
        return new Ratio("generator-allocation", MostAllocated / each, 1);
    }

    private void Write(Pass pass)
    {
        using var output = new CountingStream();
        var written = PassPackage.WriteAsync(output, pass, images, issuer.Signer);
        if (!written.IsCompletedSuccessfully || output.Count <= SamplePass.ImageBytes)
            throw new InvalidOperationException("The package was not written at once and whole.");
    }
}
