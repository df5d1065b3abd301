using Passbook.Generator;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Preview;

namespace Portal.Passes;

/// <summary>A stored pass with the design it follows, and as phones get it now.</summary>
public sealed record PassView(IssuedPass Pass, DesignDocument Document, PreviewImages Images, Pass Drawn);
